package dev.casewright.client.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.Connection;
import dev.casewright.client.call.Contracted;
import dev.casewright.client.call.Effect;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.RateLimitedException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.json.JsonDecoder;
import dev.casewright.client.json.WireJson;
import dev.casewright.client.time.Sleeper;
import feign.Client;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
  /** An operation of each kind that the contract knows. */
  interface Operations {
    @RequestLine("GET /read")
    @Contracted(
        operation = "test",
        effect = Effect.READ,
        idempotent = true,
        statuses = {200})
    JsonNode read();

    @RequestLine("PUT /replace")
    @Contracted(
        operation = "test",
        effect = Effect.CHANGE,
        idempotent = true,
        statuses = {200})
    JsonNode replace();

    @RequestLine("POST /write")
    @Contracted(
        operation = "test",
        effect = Effect.CREATE,
        idempotent = false,
        statuses = {200})
    JsonNode write();

    @RequestLine("GET /unmarked")
    JsonNode unmarked();
  }

  private final AtomicLong now = new AtomicLong();
  private final List<Duration> waits = new ArrayList<>();
  private final List<Long> bounds = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private Client answers = answering(503, Map.of());
  private LongUnaryOperator draw = bound -> bound - 1;
  private Sleeper sleeper =
      time -> {
        waits.add(time);
        now.addAndGet(time.toNanos());
      };

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void aReadIsRepeatedWhenTheServerAsksForIt(int status) {
    answers = answering(status, Map.of());

    CasewrightException failure = failureOf(operations()::read);

    assertThat(sent).containsExactly("GET", "GET", "GET");
    assertThat(failure.attempts()).isEqualTo(3);
    assertThat(failure.status()).hasValue(status);
    assertThat(failure.elapsed()).isEqualTo(waits.get(0).plus(waits.get(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 409, 422, 500, 501})
  void whatWillNotPassIsNotRepeated(int status) {
    answers = answering(status, Map.of());

    failureOf(operations()::read);

    assertThat(sent).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void aReadEndsWellAsSoonAsTheServerDoes() {
    answers =
        (request, options) ->
            answering(sent.isEmpty() ? 503 : 200, Map.of()).execute(request, options);

    operations().read();

    assertThat(sent).hasSize(2);
  }

  @Test
  void theWaitIsDrawnFromNothingToATimeThatDoubles() {
    RetryPolicy policy = new RetryPolicy(5, Duration.ofMillis(100), Duration.ofMillis(300), 9);
    failureOf(operations(policy)::read);

    assertThat(bounds.stream().map(bound -> Duration.ofNanos(bound - 1)))
        .containsExactly(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMillis(300));
    assertThat(waits).containsExactlyElementsOf(drawn());

    waits.clear();
    draw = bound -> 0;
    failureOf(operations(policy)::read);
    assertThat(waits).hasSize(4).containsOnly(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "Sat, 01 Mar 2031 09:15:07 GMT"})
  void theServerSaysHowLongToWait(String retryAfter) {
    answers = answering(503, Map.of("Retry-After", List.of(retryAfter)));

    failureOf(operations()::read);

    assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    assertThat(bounds).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "3600", "Fri, 01 Mar 2041 09:15:00 GMT", "99999999999999999999"})
  void nobodyWaitsBeyondTheDeadlineButIsToldHowLongItIs(String retryAfter) {
    answers = answering(429, Map.of("Retry-After", List.of(retryAfter)));

    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, operations()::read);

    assertThat(waits).isEmpty();
    assertThat(sent).hasSize(1);
    assertThat(failure.retryAfter()).contains(retryAfter);
    Duration wait = failure.waitTime().orElseThrow();
    assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(failure.notBefore()).contains(Instant.parse("2031-03-01T09:15:00Z").plus(wait));
    assertThat(failure).hasMessageContaining("Wait " + wait.toSeconds() + " s");
  }

  @Test
  void aSlowedWriteIsToldHowLongToWaitAndNotSentAgain() {
    answers = answering(429, Map.of("Retry-After", List.of("1")));

    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, operations()::write);

    assertThat(failure.waitTime()).contains(Duration.ofSeconds(1));
    assertThat(failure.outcomeUnknown()).isFalse();
    assertThat(sent).hasSize(1);
  }

  @Test
  void aServerThatDoesNotSayHowLongIsWaitedForAsIfItHadSaidNothing() {
    answers = answering(429, Map.of("Retry-After", List.of("soon")));

    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, operations()::read);

    assertThat(failure.retryAfter()).contains("soon");
    assertThat(failure.waitTime()).isEmpty();
    assertThat(waits).isEqualTo(drawn());
  }

  @Test
  void aWaitThatWouldEndAtTheDeadlineIsNotBegun() {
    RetryPolicy policy = new RetryPolicy(9, Duration.ofSeconds(25), Duration.ofSeconds(25), 20);

    CasewrightException failure = failureOf(operations(policy)::read);

    assertThat(waits).containsExactly(Duration.ofSeconds(25), Duration.ofSeconds(25));
    assertThat(failure).isInstanceOf(ServerException.class);
    assertThat(failure.elapsed()).isLessThan(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void aWriteIsNeverRepeated(int status) {
    answers = answering(status, Map.of());

    failureOf(operations()::write);
    failureOf(operations()::unmarked);

    assertThat(sent).containsExactly("POST", "GET");
  }

  @Test
  void aWriteThatTheContractCallsIdempotentIsRepeated() {
    CasewrightException failure = failureOf(operations()::replace);

    assertThat(sent).containsExactly("PUT", "PUT", "PUT");
    assertThat(failure.howToFindOut()).contains("Calling it again does no harm.");
  }

  @ParameterizedTest
  @MethodSource("failedConnects")
  void aFailedConnectIsRepeatedForReadsOnly(IOException failure) {
    answers = breaking(failure);

    assertThat(failureOf(operations()::read)).isInstanceOf(TransportException.class);
    assertThat(sent).hasSize(3);

    sent.clear();
    CasewrightException write = failureOf(operations()::write);
    assertThat(write).isInstanceOf(TransportException.class);
    assertThat(write.outcomeUnknown()).isFalse();
    assertThat(sent).hasSize(1);
  }

  static Stream<IOException> failedConnects() {
    return Stream.of(
        new ConnectException("canary"),
        new HttpConnectTimeoutException("canary"),
        new UnknownHostException("canary"));
  }

  @ParameterizedTest
  @MethodSource("otherFailures")
  void anotherFailureOfTheConnectionIsNotRepeated(IOException failure) {
    answers = breaking(failure);

    failureOf(operations()::read);

    assertThat(sent).hasSize(1);
  }

  static Stream<IOException> otherFailures() {
    return Stream.of(new SocketException("reset"), new SSLHandshakeException("not trusted"));
  }

  @Test
  void anIdempotentWriteThatMayHaveHappenedBeforeAFailedConnectHasAnUnknownOutcome() {
    answers =
        (request, options) ->
            (sent.isEmpty() ? answering(504, Map.of()) : breaking(new ConnectException()))
                .execute(request, options);

    assertThat(failureOf(operations()::replace)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(sent).hasSize(3);
  }

  @Test
  void allCallsOfAClientTakeFromOneBudgetAndAnotherClientFromItsOwn() {
    RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1), 3);
    Operations one = operations(policy);

    failureOf(one::read);
    failureOf(one::read);
    failureOf(one::read);
    assertThat(sent).hasSize(3 + 2 + 1);

    sent.clear();
    failureOf(operations(policy)::read);
    assertThat(sent).hasSize(3);
  }

  @Test
  void onlyACallThatEndsWellAtOnceEarnsTheBudgetAnything() {
    RetryPolicy policy = new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1), 1);
    Operations operations = operations(policy);
    failureOf(operations::read);
    answers = answering(404, Map.of());
    for (int call = 0; call < 10; call++) {
      failureOf(operations::read);
    }
    answers = answering(503, Map.of());
    sent.clear();
    failureOf(operations::read);
    assertThat(sent).hasSize(1);

    answers = answering(200, Map.of());
    for (int call = 0; call < 10; call++) {
      operations.read();
    }
    answers = answering(503, Map.of());
    sent.clear();
    failureOf(operations::read);
    assertThat(sent).hasSize(2);
  }

  @Test
  void aThreadThatIsInterruptedDuringTheWaitStopsAndStaysInterrupted() {
    sleeper =
        time -> {
          throw new InterruptedException();
        };

    assertThatThrownBy(operations()::read)
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sent).hasSize(1);
  }

  private List<Duration> drawn() {
    return bounds.stream().map(bound -> Duration.ofNanos(bound - 1)).toList();
  }

  private Operations operations() {
    return operations(RetryPolicy.defaults());
  }

  private Operations operations(RetryPolicy policy) {
    CallSettings still = Calls.settings(now::get);
    CallSettings settings =
        new CallSettings(
            still.timeouts(),
            policy,
            still.observer(),
            still.drift(),
            still.userAgent(),
            false,
            now::get,
            time -> sleeper.sleep(time),
            still.clock(),
            new Drawing(),
            still.correlationIds());
    Client transport =
        (request, options) -> {
          try {
            return answers.execute(request, options);
          } finally {
            sent.add(request.httpMethod().name());
          }
        };
    ObjectMapper mapper = WireJson.newMapper();
    return new Connection(
            URI.create("https://localhost:1"),
            transport,
            () -> {},
            settings,
            new RetryBudget(policy.budget()))
        .wire(
            UnaryOperator.identity(),
            (operation, status) -> false,
            mapper,
            new JsonDecoder(mapper, List.of()))
        .of(Operations.class);
  }

  private static Client answering(int status, Map<String, List<String>> headers) {
    return (request, options) ->
        Response.builder()
            .request(request)
            .status(status)
            .headers(Map.copyOf(headers))
            .body("{}", StandardCharsets.UTF_8)
            .build();
  }

  private static Client breaking(IOException failure) {
    return (Request request, Request.Options options) -> {
      throw failure;
    };
  }

  private static CasewrightException failureOf(Runnable call) {
    CasewrightException failure = catchThrowableOfType(CasewrightException.class, call::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  /** Notes between what and what is drawn. */
  private final class Drawing implements RandomGenerator {
    @Override
    public long nextLong() {
      throw new AssertionError("a wait is drawn with a bound");
    }

    @Override
    public long nextLong(long bound) {
      bounds.add(bound);
      return draw.applyAsLong(bound);
    }
  }
}
