package dev.casewright.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.drift.DriftReport;
import dev.casewright.client.drift.LoggingDriftListener;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.FullAnswers;
import dev.casewright.client.fixture.Logged;
import dev.casewright.client.fixture.Operations;
import dev.casewright.client.fixture.Printed;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Seen;
import dev.casewright.client.micrometer.MicrometerDriftListener;
import dev.casewright.client.micrometer.MicrometerObserver;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.time.Ticker;
import dev.casewright.client.transport.Timeouts;
import dev.casewright.client.waiting.PollPolicy;
import feign.FeignException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls the operations of both clients with canaries for patient data in requests, answers and
 * credentials, and keeps all that comes out of them by a way on which nobody expects it. Its own
 * name, which stands in stack traces, holds none.
 */
abstract class LeakWatch {
  static final String BASIC =
      Base64.getEncoder().encodeToString("Canary-login:Canary-password".getBytes(UTF_8));
  private static final Pattern CANARY =
      Pattern.compile("(?i)canary|1931-01|4711[.,]5|" + Pattern.quote(BASIC));

  @TempDir Path folder;

  private final Set<Path> temporaryBefore = temporaryFiles();
  final CountDownLatch end = new CountDownLatch(1);
  final FixtureServer server = FixtureServer.start(FullAnswers::to);
  final Seen seen = new Seen();
  final List<DriftReport> drift = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final List<String> printed = new ArrayList<>();
  final List<Throwable> failures = new ArrayList<>();
  Duration timeout = Duration.ofSeconds(10);

  @BeforeEach
  void everythingIsLogged() {
    assertThat(org.slf4j.LoggerFactory.getLogger("feign").isTraceEnabled()).isTrue();
    assertThat(org.slf4j.LoggerFactory.getLogger("jdk.httpclient").isTraceEnabled()).isTrue();
  }

  @AfterEach
  void close() {
    end.countDown();
    server.close();
  }

  void callEverything() {
    List<Method> all = new ArrayList<>(Operations.of(OpalClient.class));
    all.addAll(Operations.of(EmedgeneClient.class));
    assertThat(all).hasSizeGreaterThanOrEqualTo(50);
    call(all.toArray(Method[]::new));
  }

  void call(Method... operations) {
    String log =
        Logged.during(
            () -> printed.add(Printed.loggedByTheJdkDuring(() -> run(List.of(operations)))));
    printed.add(log);
  }

  private void run(List<Method> operations) {
    try (OpalClient opal = opal();
        EmedgeneClient emedgene = emedgene()) {
      printed.addAll(List.of(opal.toString(), emedgene.toString()));
      for (Method operation : operations) {
        boolean isOfOpal = operation.getDeclaringClass().isInstance(opal);
        try {
          printed.addAll(Operations.call(isOfOpal ? opal : emedgene, operation, folder));
        } catch (Throwable failure) {
          failures.add(failure);
        }
        // The next one is not to find the file of this one.
        deleteFiles();
      }
    }
  }

  /** Of several with the name, the one to a file. */
  static Method operation(Class<?> client, String name) {
    return Operations.of(client).stream()
        .filter(method -> method.getName().equals(name))
        .min(
            Comparator.comparing(
                method -> !List.of(method.getParameterTypes()).contains(Path.class)))
        .orElseThrow();
  }

  private void deleteFiles() {
    try {
      Files.deleteIfExists(folder.resolve("Canary_Patientdata.pdf"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void assertNoCanary() {
    failures.forEach(failure -> printed.add(Printed.of(failure)));
    seen.calls().forEach(call -> printed.add(call.toString()));
    seen.attempts().forEach(attempt -> printed.add(attempt.toString()));
    drift.forEach(report -> printed.add(report.toString()));
    registry.getMeters().forEach(meter -> printed.add(meter.getId().toString()));
    assertThat(printed).flatExtracting(LeakWatch::canariesIn).isEmpty();
    assertThat(failures).allSatisfy(LeakWatch::assertNothingOfFeign);
    assertThat(temporaryFiles().stream().filter(file -> !temporaryBefore.contains(file)))
        .noneMatch(LeakWatch::holdsCanary);
  }

  /** The canaries in a text, each with what stands around it. */
  static List<String> canariesIn(String text) {
    return CANARY
        .matcher(text)
        .results()
        .limit(3)
        .map(
            found ->
                text.substring(
                    Math.max(0, found.start() - 100), Math.min(text.length(), found.end() + 60)))
        .toList();
  }

  private static void assertNothingOfFeign(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause).isNotInstanceOf(FeignException.class);
    }
  }

  /** Files only: the folder of this test is there too. */
  private static Set<Path> temporaryFiles() {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(Files::isRegularFile).collect(Collectors.toSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean holdsCanary(Path file) {
    try {
      return file.getFileName().toString().toLowerCase().contains("canary")
          || Files.size(file) < 1_000_000
              && new String(Files.readAllBytes(file), UTF_8).contains(Samples.CANARY);
    } catch (IOException gone) {
      return false;
    }
  }

  private OpalClient opal() {
    return built(OpalClient.builder().credentials("Canary-login", "Canary-password")).build();
  }

  private EmedgeneClient emedgene() {
    return built(
            EmedgeneClient.builder()
                .credentials("canary@lab.example", "Canary-password")
                .polling(PollPolicy.every(Duration.ofMillis(1))))
        .build();
  }

  <B extends ClientBuilder<B>> B built(B builder) {
    LoggingDriftListener log = new LoggingDriftListener();
    MicrometerDriftListener counter = new MicrometerDriftListener(registry);
    return builder
        .baseUrl(server.url())
        .allowPlainHttpOnLoopback()
        .timeouts(new Timeouts(timeout, timeout, timeout, timeout, timeout))
        .retry(new RetryPolicy(2, Duration.ZERO, Duration.ZERO, 1_000))
        .time(Ticker.system(), time -> {})
        .observer(seen)
        .observer(new MicrometerObserver(registry))
        .drift(
            report -> {
              drift.add(report);
              log.drifted(report);
              counter.drifted(report);
            });
  }
}
