package dev.casewright.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.openapi.Effect;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A space of a mock server, and what its admin API can do for it. Thread-safe. */
final class MockControl implements TargetControl {

  private static final String OTHER = "other";
  private static final String PAST = "past";
  private static final Duration LONGER_THAN_A_TOKEN = Duration.ofDays(400);

  private final MockAdmin admin;
  private final Channels channels;
  private final Clock clock;
  private final String space;
  private final String password;
  private final Function<String, Memory> memories;
  private final Memory memory;
  private final JsonNode shown;
  private final Set<String> beside = ConcurrentHashMap.newKeySet();
  private final OpalTarget opal;
  private final EmedgeneTarget emedgene;

  MockControl(
      MockAdmin admin,
      Channels channels,
      Clock clock,
      String space,
      String password,
      Function<String, Memory> memories) {
    this.admin = admin;
    this.channels = channels;
    this.clock = clock;
    this.space = space;
    this.password = password;
    this.memories = memories;
    this.memory = memories.apply(space);
    this.shown = memory.kept("space", JsonNode.class, () -> admin.ofSpace("GET", "", space, ""));
    this.opal =
        new OpalTarget(
            channels.opal(),
            channels.opalRedirect(),
            shown.path("opal_login").asText(),
            password,
            memory);
    this.emedgene =
        new EmedgeneTarget(
            channels.emedgene(),
            channels.emedgeneRedirect(),
            shown.path("emedgene_username").asText(),
            password,
            memory);
  }

  @Override
  public OpalTarget opal() {
    return opal;
  }

  @Override
  public EmedgeneTarget emedgene() {
    return emedgene;
  }

  @Override
  public TargetControl otherSpace() {
    return beside(OTHER);
  }

  private MockControl beside(String suffix) {
    beside.add(suffix);
    return new MockControl(admin, channels, clock, space + suffix, password, memories);
  }

  @Override
  public boolean hasOtherSpace() {
    return true;
  }

  @Override
  public boolean isMadeForTheRun() {
    return true;
  }

  /** What a space has no other check sees. */
  @Override
  public void needs(Effect effect) {}

  @Override
  public void setCaseStatus(String name, String status) {
    admin.ofSpace("PUT", "/cases/" + name + "/status", space, "{\"status\": \"" + status + "\"}");
  }

  @Override
  public void goOnEvery(int reads) {
    admin.inSpace("PUT", "/progress", space, "{\"cases\": \"reads:" + reads + "\"}");
  }

  @Override
  public Map<Long, String> externalIds() {
    return ofGenomes(genome -> genome.path("external_id").asText());
  }

  @Override
  public Map<Long, String> genomeNames() {
    return ofGenomes(genome -> genome.path("name").asText());
  }

  @Override
  public String expiredToken() {
    return memory.kept("expired token", String.class, this::tokenOfThePast);
  }

  /** From a space of its own, since the clock of a space is set back for it. */
  private String tokenOfThePast() {
    MockControl past = beside(PAST);
    String longAgo = clock.instant().minus(LONGER_THAN_A_TOKEN).toString();
    admin.inSpace("PUT", "/clock", past.space, "{\"now\": \"" + longAgo + "\"}");
    String token = past.emedgene.freshToken();
    admin.inSpace("DELETE", "/clock", past.space, "");
    return token;
  }

  /** Removes this space and those beside it from the server, and gives their names. */
  List<String> remove() {
    List<String> spaces =
        Stream.concat(Stream.of(space), beside.stream().map(suffix -> space + suffix)).toList();
    spaces.forEach(name -> admin.ofSpace("DELETE", "", name, ""));
    return spaces;
  }

  static void remove(MockAdmin admin, String space) {
    for (String suffix : List.of("", OTHER, PAST)) {
      admin.ofSpace("DELETE", "", space + suffix, "");
    }
  }

  private Map<Long, String> ofGenomes(Function<JsonNode, String> text) {
    Map<Long, String> texts = new LinkedHashMap<>();
    for (JsonNode report : shown.path("reports")) {
      texts.put(
          report.path("id").asLong(),
          report.has("genome") ? text.apply(report.path("genome")) : "");
    }
    return texts;
  }
}
