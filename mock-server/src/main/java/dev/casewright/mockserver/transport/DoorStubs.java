package dev.casewright.mockserver.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.casewright.mockserver.mapping.MappingFiles;
import java.util.Collection;
import java.util.List;

/**
 * One stub for each door, and the mappings of users. As WireMock's source of mappings it brings
 * them back when somebody resets WireMock, and keeps WireMock from loading others from the folder
 * that it is started in.
 */
final class DoorStubs implements MappingsSource {

  private final List<Door> doors;
  private final MappingFiles mappings;

  DoorStubs(Collection<Door> doors, MappingFiles mappings) {
    this.doors = List.copyOf(doors);
    this.mappings = mappings;
  }

  /** Whether a stub is one of ours, rather than one of a user. */
  static boolean isDoor(StubMapping stub) {
    List<String> transformers = stub.getResponse().getTransformers();
    return transformers != null && transformers.contains(DoorOpener.NAME);
  }

  @Override
  public void loadMappingsInto(StubMappings stubMappings) {
    doors.forEach(door -> stubMappings.addMapping(stub(door)));
    mappings.mappings().forEach(stubMappings::addMapping);
  }

  private static StubMapping stub(Door door) {
    return request(door.method(), urlPathMatching(door.pathPattern()))
        .withName(door.name())
        .atPriority(door.priority())
        .willReturn(aResponse().withTransformer(DoorOpener.NAME, DoorOpener.DOOR, door.name()))
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
