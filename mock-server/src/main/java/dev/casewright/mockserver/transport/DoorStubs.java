package dev.casewright.mockserver.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.casewright.mockserver.mapping.MappingFiles;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One stub for each door, and the mappings of users. The doors answer nothing themselves: they tell
 * WireMock that the contracts answer, with their place among the stubs of users. As WireMock's
 * source of mappings it brings them back when somebody resets WireMock, and keeps WireMock from
 * loading others from the folder that it is started in. The doors stay when somebody removes all
 * stubs, since what he means are his own.
 */
final class DoorStubs implements MappingsSource, StubLifecycleListener {

  private static final String DOOR = "casewright-door";

  private final List<Door> doors;
  private final MappingFiles mappings;
  private volatile StubMappings stubs;
  private volatile boolean alone = true;

  DoorStubs(Collection<Door> doors, MappingFiles mappings) {
    this.doors = List.copyOf(doors);
    this.mappings = mappings;
  }

  /** Whether a stub is one of ours, rather than one of a user. */
  static boolean isDoor(StubMapping stub) {
    return stub != null && stub.getMetadata() != null && stub.getMetadata().containsKey(DOOR);
  }

  /** Whether users have no stubs, so that nobody need be asked before the contracts. */
  boolean areAlone() {
    return alone;
  }

  @Override
  public String getName() {
    return "casewright-doors";
  }

  @Override
  public void loadMappingsInto(StubMappings stubMappings) {
    stubs = stubMappings;
    addDoors();
    mappings.mappings().forEach(stubMappings::addMapping);
    look();
  }

  @Override
  public void afterStubCreated(StubMapping stub) {
    look();
  }

  @Override
  public void afterStubEdited(StubMapping before, StubMapping after) {
    look();
  }

  @Override
  public void afterStubsReset() {
    addDoors();
    look();
  }

  @Override
  public void afterStubRemoved(StubMapping stub) {
    if (isDoor(stub)) {
      addDoors();
    }
    look();
  }

  private void look() {
    // While they are loaded, WireMock tells of stubs before it says where they are.
    alone = stubs == null || stubs.getAll().stream().allMatch(DoorStubs::isDoor);
  }

  private void addDoors() {
    Set<String> there =
        stubs.getAll().stream()
            .filter(DoorStubs::isDoor)
            .map(StubMapping::getName)
            .collect(Collectors.toSet());
    doors.stream()
        .filter(door -> !there.contains(door.name()))
        .forEach(door -> stubs.addMapping(stub(door)));
  }

  private static StubMapping stub(Door door) {
    return request(door.method(), urlPathMatching(door.pathPattern()))
        .withName(door.name())
        .atPriority(door.priority())
        .withMetadata(Metadata.metadata().attr(DOOR, door.name()))
        .willReturn(aResponse())
        .build();
  }

  @Override
  public void save(List<StubMapping> stubMappings) {}

  @Override
  public void save(StubMapping stubMapping) {}

  @Override
  @SuppressWarnings("removal")
  public void remove(StubMapping stubMapping) {}

  @Override
  public void removeAll() {}
}
