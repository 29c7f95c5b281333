package dev.casewright.client.retry;

import static dev.casewright.client.fixture.Failing.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated, and what is not. */
class RetriesTest extends RepeatedCalls {
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
}
