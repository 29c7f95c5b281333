package dev.casewright.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.error.TargetFileException;
import dev.casewright.client.fixture.BadAnswers;
import dev.casewright.client.fixture.FullAnswers;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.opal.OpalClient;
import feign.Request;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Patient data is radioactive: whatever a server does, none of it, and no credential, comes out by
 * a way on which nobody expects it. Every public operation of both clients is called in every
 * scenario, with canaries for patient data in requests, answers and credentials.
 */
class PatientDataTest extends LeakWatch {
  private static final Duration SHORT = Duration.ofMillis(40);

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

    assertEveryCallWasSentAndManyFailed();
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

    assertThat(server.received()).anyMatch(FullAnswers::isLogin);
    assertThat(failures).isNotEmpty();
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

    assertEveryCallWasSentAndManyFailed();
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

    call(operation(OpalClient.class, "downloadFinalPdf"));

    assertThat(failures).hasOnlyElementsOfType(TargetFileException.class).hasSize(1);
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

  /** So that a test of failures is none of calls that were refused before they were sent. */
  private void assertEveryCallWasSentAndManyFailed() {
    assertThat(server.received()).hasSizeGreaterThan(30);
    assertThat(failures).hasSizeGreaterThan(20);
  }
}
