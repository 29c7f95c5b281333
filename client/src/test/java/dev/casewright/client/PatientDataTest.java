package dev.casewright.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.drift.DriftReport;
import dev.casewright.client.drift.LoggingDriftListener;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.fixture.BadAnswers;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.FullAnswers;
import dev.casewright.client.fixture.Logged;
import dev.casewright.client.fixture.Operations;
import dev.casewright.client.fixture.Printed;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
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
import feign.Request;
import feign.Response;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Patient data is radioactive: whatever a server does, none of it, and no credential, comes out by
 * a way on which nobody expects it. Every public operation of both clients is called in every
 * scenario, with canaries for patient data in requests, answers and credentials.
 */
class PatientDataTest {
  private static final Duration SHORT = Duration.ofMillis(40);
  private static final String BASIC =
      Base64.getEncoder().encodeToString("Canary-login:Canary-password".getBytes(UTF_8));
  private static final Pattern CANARY =
      Pattern.compile("(?i)canary|1931-|4711[.,]5|" + Pattern.quote(BASIC));

  @TempDir private Path folder;

  private final Set<Path> temporaryBefore = temporaryFiles();
  private final CountDownLatch end = new CountDownLatch(1);
  private final FixtureServer server = FixtureServer.start(FullAnswers::to);
  private final Seen seen = new Seen();
  private final List<DriftReport> drift = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<String> printed = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private Duration timeout = Duration.ofSeconds(10);

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

  @Test
  void goodAnswersComeOutInResultsOnly() {
    callEverything();

    assertThat(failures).isEmpty();
    assertNoCanary();
  }

  /** So that the test above is one: what must not come out was there to come out. */
  @Test
  void theCanariesAreInTheRequestsAndAnswers() {
    callEverything();

    assertThat(server.received())
        .extracting(Received::body)
        .anyMatch(body -> body.contains("Canary"));
    assertThat(server.received())
        .extracting(Received::target)
        .anyMatch(text -> text.contains("Canary"));
    assertThat(server.received())
        .extracting(request -> request.header("Authorization"))
        .contains("Basic " + BASIC, "Bearer Canary-token");
    assertThat(drift).isNotEmpty();
    assertThat(printed).anyMatch(text -> text.contains("***"));
  }

  @ParameterizedTest
  @MethodSource({BadAnswers.REFUSALS, BadAnswers.FAULTS})
  void badAnswersDoNotComeOut(Function<Received, Reply> behaviour) {
    server.answer(butForTheLogin(behaviour));

    call(
        operation(OpalClient.class, "getReport"),
        operation(OpalClient.class, "downloadFinalPdf"),
        operation(EmedgeneClient.class, "createCase"));

    assertNoCanary();
  }

  @ParameterizedTest
  @MethodSource(BadAnswers.WORST)
  void badAnswersToAnyOperationDoNotComeOut(Function<Received, Reply> behaviour) {
    server.answer(butForTheLogin(behaviour));

    callEverything();

    assertNoCanary();
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource({BadAnswers.REFUSALS, BadAnswers.FAULTS})
  void anyBadAnswerToAnyOperationDoesNotComeOut(Function<Received, Reply> behaviour) {
    server.answer(butForTheLogin(behaviour));

    callEverything();

    assertNoCanary();
  }

  private static Function<Received, Reply> butForTheLogin(Function<Received, Reply> behaviour) {
    return request ->
        FullAnswers.isLogin(request) ? FullAnswers.to(request) : behaviour.apply(request);
  }

  @ParameterizedTest
  @MethodSource({BadAnswers.REFUSALS, BadAnswers.FAULTS})
  void badAnswersToALoginDoNotComeOut(Function<Received, Reply> behaviour) {
    server.answer(
        request ->
            FullAnswers.isLogin(request) ? behaviour.apply(request) : FullAnswers.to(request));

    call(operation(EmedgeneClient.class, "getCaseInfo"));

    assertNoCanary();
  }

  @Test
  void answersThatNeverComeDoNotShowTheRequest() {
    timeout = SHORT;
    server.answer(request -> Reply.silent(end));

    callEverything();

    assertThat(failures).isNotEmpty();
    assertNoCanary();
  }

  @Test
  void answersThatStallDoNotComeOut() {
    timeout = SHORT;
    server.answer(
        butForTheLogin(
            request -> Reply.stalled("%PDF-1.7 {\"Canary\": \"Canary".getBytes(UTF_8), end)));

    callEverything();

    assertNoCanary();
  }

  @Test
  void aServerThatIsNotThereDoesNotShowTheRequest() {
    server.close();

    callEverything();

    assertThat(failures).isNotEmpty();
    assertNoCanary();
  }

  @Test
  void repetitionsDoNotShowTheAnswersBefore() {
    AtomicInteger asked = new AtomicInteger();
    Function<Received, Reply> busy = BadAnswers.refusal(503);
    server.answer(
        request ->
            asked.incrementAndGet() % 2 == 1 ? busy.apply(request) : FullAnswers.to(request));

    callEverything();

    assertThat(seen.calls()).anyMatch(call -> call.attempts() > 1 && call.failure().isEmpty());
    assertNoCanary();
  }

  @Test
  void filesThatExistDoNotComeOut() throws IOException {
    Files.writeString(folder.resolve("Canary_Patientdata.pdf"), "Canary");

    callEverything();

    assertNoCanary();
  }

  @Test
  void theTemporaryFileOfADownloadHasANameThatSaysNothing() throws Throwable {
    List<String> names = new ArrayList<>();
    try (OpalClient client =
        built(OpalClient.builder().credentials("Canary-login", "Canary-password"))
            .transport((request, options) -> pdfThatLooks(request, names))
            .build()) {
      client.downloadFinalPdf(4711, folder);
    }

    assertThat(names).isNotEmpty().allMatch(name -> canariesIn(name).isEmpty());
  }

  @Test
  void aDownloadThatFailsLeavesNothing() throws IOException {
    server.answer(butForTheLogin(request -> Reply.truncated(1_000_000, FullAnswers.PDF)));

    callEverything();

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /** While it is read, it looks into the folder that it is written to. */
  private Response pdfThatLooks(Request request, List<String> names) {
    InputStream body =
        new FilterInputStream(new ByteArrayInputStream(FullAnswers.PDF)) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
              files.forEach(file -> names.add(file.getFileName().toString()));
            }
            return super.read(target, offset, length);
          }
        };
    Map<String, Collection<String>> headers = new LinkedHashMap<>();
    FullAnswers.headers("application/pdf")
        .forEach((name, value) -> headers.put(name, List.of(value)));
    return Response.builder()
        .request(request)
        .status(200)
        .headers(headers)
        // Of a known length, and short, Feign would read it before there is a file.
        .body(body, null)
        .build();
  }

  private void callEverything() {
    List<Method> all = new ArrayList<>(Operations.of(OpalClient.class));
    all.addAll(Operations.of(EmedgeneClient.class));
    assertThat(all).hasSizeGreaterThan(30);
    call(all.toArray(Method[]::new));
  }

  private void call(Method... operations) {
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
        boolean isOfOpal = operation.getDeclaringClass() == OpalClient.class;
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
  private static Method operation(Class<?> client, String name) {
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

  private void assertNoCanary() {
    failures.forEach(failure -> printed.add(Printed.of(failure)));
    seen.calls().forEach(call -> printed.add(call.toString()));
    seen.attempts().forEach(attempt -> printed.add(attempt.toString()));
    drift.forEach(report -> printed.add(report.toString()));
    registry.getMeters().forEach(meter -> printed.add(meter.getId().toString()));
    assertThat(printed).flatExtracting(PatientDataTest::canariesIn).isEmpty();
    assertThat(failures).allSatisfy(PatientDataTest::assertNothingOfFeign);
    assertThat(temporaryFiles().stream().filter(file -> !temporaryBefore.contains(file)))
        .noneMatch(PatientDataTest::holdsCanary);
  }

  /** The canaries in a text, each with what stands around it. */
  private static List<String> canariesIn(String text) {
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

  private <B extends ClientBuilder<B>> B built(B builder) {
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
