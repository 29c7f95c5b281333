package dev.casewright.client.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.call.Call;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private final FixtureServer server =
      FixtureServer.start(
          request ->
              Reply.json(
                  200,
                  request.path().contains("login")
                      ? "{\"access_token\": \"t\", \"token_type\": \"bearer\"}"
                      : Samples.report(1, "a")));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void onceOpalsCredentialsAreClearedNothingIsSent() {
    try (OpalClient opal = opal().credentials("login", "password").build()) {
      opal.getReport(1);
      opal.clearCredentials();
      opal.clearCredentials();

      assertCleared(() -> opal.getReport(1));
    }
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void onceEmedgenesCredentialsAreClearedNothingIsSentWithTheTokenEither() {
    try (EmedgeneClient emedgene = emedgene().credentials("user", "password").build()) {
      emedgene.getCandidates("EMG000000001");
      emedgene.clearCredentials();
      emedgene.clearCredentials();

      assertCleared(() -> emedgene.getCandidates("EMG000000001"));
    }
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void aTokenOfOnesOwnIsClearedToo() {
    try (EmedgeneClient emedgene = emedgene().token("token").build()) {
      emedgene.clearCredentials();

      assertCleared(() -> emedgene.getCandidates("EMG000000001"));
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aPasswordInCharactersIsCopiedAndSentInUtf8() {
    char[] password = "pässwörd€".toCharArray();
    OpalClientBuilder builder = opal().credentials("lögin", password);
    Arrays.fill(password, 'x');

    try (OpalClient opal = builder.build()) {
      opal.getReport(1);
    }

    byte[] sent =
        Base64.getDecoder().decode(server.only().header("Authorization").replace("Basic ", ""));
    assertThat(new String(sent, StandardCharsets.UTF_8)).isEqualTo("lögin:pässwörd€");
  }

  @Test
  void aPasswordInCharactersLogsIn() {
    try (EmedgeneClient emedgene = emedgene().credentials("user", "pä\"ss".toCharArray()).build()) {
      emedgene.getCandidates("EMG000000001");
    }
    assertThat(server.received().get(0).body())
        .isEqualTo("{\"username\":\"user\",\"password\":\"pä\\\"ss\"}");
  }

  @Test
  void aBuilderKeepsNoCredentialsOnceItHasBuilt() {
    OpalClientBuilder opal = opal().credentials("login", "password");
    opal.build().close();
    assertThatThrownBy(opal::build).isInstanceOf(IllegalStateException.class);

    EmedgeneClientBuilder emedgene = emedgene().credentials("user", "password");
    emedgene.build().close();
    assertThatThrownBy(emedgene::build).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsHeldIsOverwrittenAndWhatWasLentToo() {
    Credentials credentials = new Credentials("login", "password".toCharArray());
    Call call = Call.reading("getReport", Duration.ofSeconds(1), Calls.settings());
    char[] lent = credentials.use(call, (login, password) -> password);

    assertThat(lent).containsOnly('\0');
    assertThat(credentials).asString().doesNotContain("login", "password");
    credentials.clear();
    assertThatThrownBy(() -> credentials.use(call, (login, password) -> login))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageNotContaining("login");
  }

  private static void assertCleared(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            failure -> {
              assertThat(failure).hasMessageContaining("cleared").hasNoCause();
              assertThat(failure.attempts()).isZero();
              assertThat(failure.status()).isEmpty();
              assertThat(failure.outcomeUnknown()).isFalse();
            });
  }

  private OpalClientBuilder opal() {
    return OpalClient.builder().baseUrl(server.url()).allowPlainHttpOnLoopback();
  }

  private EmedgeneClientBuilder emedgene() {
    return Clients.withoutCredentials(server);
  }
}
