package dev.casewright.client.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.fixture.Seen;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an observer is told of logins. */
class LoginObserverTest {
  private static final String CASE = "{\"name\": \"EMG000000001\", \"status\": \"finalized\"}";

  private final Seen seen = new Seen();
  private final FixtureServer server =
      FixtureServer.start(request -> Reply.json(200, Samples.report(1, "ä")));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aLoginIsACallOfItsOwn() {
    server.answer(loggingIn(request -> Reply.json(200, CASE)));
    try (EmedgeneClient client = emedgene().credentials("user", "password").build()) {
      client.getCaseInfo("EMG000000001");
    }

    assertThat(seen.calls())
        .extracting(CallEvent::operation)
        .containsExactly("login", "getCaseInfo");
    assertThat(seen.calls()).extracting(CallEvent::attempts).containsExactly(1, 1);
    assertThat(seen.calls().get(0).correlationId())
        .isNotEqualTo(seen.calls().get(1).correlationId());
  }

  @Test
  void aLoginThatFailsEndsBothCalls() {
    server.answer(request -> Reply.json(401, "{}"));
    try (EmedgeneClient client = emedgene().credentials("user", "password").build()) {
      assertThat(catchThrowable(() -> client.getCaseInfo("EMG000000001"))).isNotNull();
    }

    assertThat(seen.calls())
        .extracting(CallEvent::operation)
        .containsExactly("login", "getCaseInfo");
    assertThat(seen.calls()).extracting(CallEvent::attempts).containsExactly(1, 0);
    assertThat(seen.calls())
        .allSatisfy(call -> assertThat(call.failure()).contains("AuthenticationException"));
  }

  @Test
  void aTokenThatIsRefusedMakesASecondAttempt() {
    AtomicInteger asked = new AtomicInteger();
    server.answer(
        loggingIn(
            request ->
                asked.incrementAndGet() == 1 ? Reply.json(401, "{}") : Reply.json(200, CASE)));
    try (EmedgeneClient client = emedgene().credentials("user", "password").build()) {
      client.getCaseInfo("EMG000000001");
    }

    assertThat(seen.calls())
        .extracting(CallEvent::operation)
        .containsExactly("login", "login", "getCaseInfo");
    assertThat(seen.calls().get(2).attempts()).isEqualTo(2);
  }

  private EmedgeneClientBuilder emedgene() {
    return Clients.withoutCredentials(server).observer(seen);
  }

  /** Each login gives another token. */
  private static Function<Received, Reply> loggingIn(Function<Received, Reply> otherwise) {
    AtomicInteger logins = new AtomicInteger();
    return request ->
        request.path().contains("login")
            ? Reply.json(
                200,
                "{\"access_token\": \"t-%d\", \"token_type\": \"bearer\"}"
                    .formatted(logins.incrementAndGet()))
            : otherwise.apply(request);
  }
}
