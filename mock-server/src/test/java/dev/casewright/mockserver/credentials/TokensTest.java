package dev.casewright.mockserver.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private final MutableClock clock = new MutableClock(Instant.parse("2031-01-06T09:30:00Z"));
  private final Tokens tokens = tokens("synthetic key");

  @ParameterizedTest
  @ValueSource(strings = {"default", "alpha", "eta", "rho", "beta", "a", "e", "1"})
  void aTokenLeadsBackToItsSpace(String space) {
    assertThat(tokens.check(tokens.issue(new Caller(space))).caller()).contains(new Caller(space));
  }

  @Test
  void aTokenSurvivesAClientThatStripsTheLettersOfBearer() {
    assertThat(
            IntStream.range(0, 500)
                .mapToObj(
                    i -> {
                      clock.advance(Duration.ofSeconds(1));
                      return tokens.issue(new Caller("space" + i));
                    }))
        .allMatch(token -> token.matches("[^Bear ].*[^Bear ]"))
        .allMatch(token -> tokens.check(token).caller().isPresent());
    assertThat(tokens.issue(new Caller("alpha"))).startsWith("_alpha.");
  }

  @Test
  void aTokenHasSpaceExpiryAndSignature() {
    assertThat(tokens.issue(new Caller("default"))).matches("default\\.\\d+\\.[0-9a-f]+");
  }

  @Test
  void aTokenExpires() {
    String token = tokens.issue(new Caller("default"));

    clock.advance(Duration.ofHours(8).minusSeconds(1));
    assertThat(tokens.check(token).caller()).isPresent();

    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.check(token).caller()).isEmpty();
    assertThat(tokens.check(token).expired()).isTrue();
  }

  @Test
  void anotherServerWithTheSameKeyAcceptsIt() {
    String token = tokens.issue(new Caller("default"));

    assertThat(tokens("synthetic key").check(token).caller()).isPresent();
    assertThat(tokens("another key").check(token).caller()).isEmpty();
  }

  @Test
  void aChangedTokenWasNeverIssued() {
    String token = tokens.issue(new Caller("default"));

    assertThat(tokens.check(token.replace("default", "other")))
        .isEqualTo(Tokens.Verdict.NEVER_ISSUED);
    assertThat(tokens.check(token.substring(0, token.length() - 1)))
        .isEqualTo(Tokens.Verdict.NEVER_ISSUED);
    assertThat(tokens.check("default.99999999999.")).isEqualTo(Tokens.Verdict.NEVER_ISSUED);
    assertThat(tokens.check("")).isEqualTo(Tokens.Verdict.NEVER_ISSUED);
  }

  private Tokens tokens(String key) {
    return new Tokens(key.getBytes(StandardCharsets.UTF_8), Duration.ofHours(8), clock);
  }
}
