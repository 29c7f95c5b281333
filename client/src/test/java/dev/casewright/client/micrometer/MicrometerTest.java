package dev.casewright.client.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.retry.RetryPolicy;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrometerTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerObserver observer = new MicrometerObserver(registry);
  private final FixtureServer server =
      FixtureServer.start(request -> Reply.json(200, Samples.report(1, Samples.CANARY)));
  private final OpalClient client =
      OpalClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .credentials("login", "password")
          .retry(new RetryPolicy(3, Duration.ZERO, Duration.ZERO, 20))
          .observer(observer)
          .drift(new MicrometerDriftListener(registry))
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aCallIsTimedUnderItsOperation() {
    client.getReport(1);

    Timer timer =
        registry
            .get("casewright.client.calls")
            .tags("operation", "getOneReport", "status", "2xx")
            .tags("outcome", "success", "exception", "none")
            .timer();
    assertThat(timer.count()).isEqualTo(1);
    assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
  }

  @Test
  void aCallThatFailsIsTimedWithItsException() {
    server.answer(request -> Reply.json(404, "{}"));

    assertThat(catchThrowable(() -> client.getReport(1))).isNotNull();

    assertThat(
            registry
                .get("casewright.client.calls")
                .tags("operation", "getOneReport", "status", "4xx")
                .tags("outcome", "failure", "exception", "NotFoundException")
                .timer()
                .count())
        .isEqualTo(1);
  }

  @Test
  void everyAttemptIsTimed() {
    server.answer(request -> Reply.json(503, "{}"));

    assertThat(catchThrowable(() -> client.getReport(1))).isNotNull();

    assertThat(
            registry
                .get("casewright.client.attempts")
                .tags("operation", "getOneReport", "status", "5xx", "outcome", "success")
                .timer()
                .count())
        .isEqualTo(3);
  }

  @Test
  void anAttemptWithoutAnAnswerHasNoStatus() {
    server.close();

    assertThat(catchThrowable(() -> client.getReport(1))).isNotNull();

    assertThat(
            registry
                .get("casewright.client.attempts")
                .tags("status", "none", "outcome", "failure", "exception", "ConnectException")
                .timer()
                .count())
        .isEqualTo(3);
  }

  @Test
  void sizesAreSummedUpInBytes() {
    client.getReport(1);

    assertThat(registry.get("casewright.client.received").summary().totalAmount())
        .isEqualTo(Samples.report(1, Samples.CANARY).length());
    assertThat(registry.get("casewright.client.sent").summary().totalAmount()).isZero();
    assertThat(registry.get("casewright.client.sent").summary().getId().getBaseUnit())
        .isEqualTo("bytes");
  }

  @Test
  void driftIsCountedByOperationAndKind() {
    server.answer(
        request ->
            Reply.json(
                200,
                "[%1$s, %1$s]"
                    .formatted(
                        Samples.report(1, "a")
                            .replaceFirst("\\{", "{\"" + Samples.CANARY + "\": 1, "))));

    client.searchByAccessionPart("a").firstPage();

    assertThat(
            registry
                .get("casewright.client.drift")
                .tags("operation", "getReports", "kind", "unknown_field")
                .counter()
                .count())
        .isEqualTo(2);
  }

  @Test
  void aTagNeverHasMoreThanAHundredValuesAndOneForTheRest() {
    for (int number = 0; number < 300; number++) {
      observer.callEnded(failed("operation" + number, "Exception" + number));
    }

    for (String tag : List.of("operation", "exception")) {
      assertThat(registry.find("casewright.client.calls").timers())
          .extracting(timer -> timer.getId().getTag(tag))
          .contains("other")
          .satisfies(values -> assertThat(values.stream().distinct()).hasSize(101));
    }
  }

  @Test
  void anExceptionWithoutANameIsOther() {
    observer.callEnded(failed("getCase", ""));

    assertThat(registry.get("casewright.client.calls").tag("exception", "other").timer().count())
        .isEqualTo(1);
  }

  @Test
  void everyMeterIsDescribed() {
    server.answer(
        request ->
            Reply.json(200, Samples.report(1, "a").replaceFirst("\\{", "{\"new_field\": 1, ")));
    client.getReport(1);

    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .allSatisfy(id -> assertThat(id.getDescription()).isNotBlank())
        .extracting(Meter.Id::getName)
        .containsExactlyInAnyOrder(
            MicrometerObserver.CALLS,
            MicrometerObserver.ATTEMPTS,
            MicrometerObserver.SENT,
            MicrometerObserver.RECEIVED,
            MicrometerDriftListener.DRIFT);
  }

  @Test
  void nothingElseInTheClientNeedsMicrometer() throws Exception {
    URI classes = OpalClient.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (Stream<Path> files = Files.walk(Path.of(classes))) {
      assertThat(files.filter(file -> file.toString().endsWith(".class")))
          .hasSizeGreaterThan(100)
          .filteredOn(file -> !file.getParent().endsWith("micrometer"))
          .noneMatch(MicrometerTest::knowsMicrometer);
    }
  }

  private static boolean knowsMicrometer(Path file) {
    try {
      return !file.endsWith("module-info.class")
          && Files.readString(file, StandardCharsets.ISO_8859_1).contains("io/micrometer");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static CallEvent failed(String operation, String exception) {
    return new CallEvent(
        operation,
        "4711",
        1,
        OptionalInt.empty(),
        Optional.of(exception),
        0,
        0,
        Duration.ofMillis(1));
  }
}
