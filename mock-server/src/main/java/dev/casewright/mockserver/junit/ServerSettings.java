package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.util.List;
import java.util.Set;

/** What an annotation says about the server. Classes that say the same share one. */
record ServerSettings(
    String seedPack,
    String progress,
    String reportProgress,
    Set<String> deviations,
    List<String> switches,
    boolean plainHttp,
    boolean webhooksAnywhere) {

  static ServerSettings of(CasewrightMock annotation) {
    return new ServerSettings(
        annotation.seedPack(),
        annotation.progress(),
        annotation.reportProgress(),
        Set.copyOf(List.of(annotation.deviations())),
        List.of(annotation.switches()),
        annotation.plainHttp(),
        annotation.webhooksAnywhere());
  }

  /** Those of an annotation without attributes. */
  static ServerSettings defaults() {
    return of(Plain.class.getAnnotation(CasewrightMock.class));
  }

  MockServerBuilder builder() {
    MockServerBuilder builder =
        MockServer.builder()
            .seedPack(seedPack)
            .progress(ProgressPolicy.parse(progress))
            .reportProgress(ProgressPolicy.parse(reportProgress))
            .webhooksAnywhere(webhooksAnywhere);
    deviations.forEach(builder::deviate);
    switches.forEach(setting -> turn(builder, setting));
    if (plainHttp) {
      builder.plainHttpPort(0);
    }
    return builder;
  }

  private static void turn(MockServerBuilder builder, String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "A switch of @CasewrightMock is written NAME=VALUE, such as opal-list-shape=array.");
    }
    builder.switchTo(setting.substring(0, equals), setting.substring(equals + 1));
  }

  /** Has the default of every attribute, so that they stand in one place. */
  @CasewrightMock
  private static final class Plain {
    private Plain() {}
  }
}
