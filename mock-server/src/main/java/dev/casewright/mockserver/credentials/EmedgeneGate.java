package dev.casewright.mockserver.credentials;

import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A bearer token in {@code Authorization} or in {@code Emgauthorization}; one good token is enough
 * (EMG-AUTH-05 to EMG-AUTH-13).
 */
public final class EmedgeneGate implements Gate {

  private static final String SCHEME = "bearer ";

  private final Tokens tokens;

  /**
   * A gate for the given tokens.
   *
   * @param tokens checks tokens
   */
  public EmedgeneGate(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Caller admit(MockRequest request) {
    List<String> values = headersOf(request).filter(value -> !value.isBlank()).toList();
    if (values.isEmpty()) {
      throw new Refusal(
          401,
          "A token is missing. Log in and send it as \"Authorization: Bearer TOKEN\" or in"
              + " Emgauthorization.",
          "EMG-AUTH-08",
          "EMG-AUTH-09");
    }
    List<Tokens.Verdict> verdicts = tokensOf(request).map(tokens::check).toList();
    return verdicts.stream()
        .flatMap(verdict -> verdict.caller().stream())
        .findFirst()
        .orElseThrow(() -> refusal(verdicts));
  }

  /**
   * The tokens that a request brings, whether they are good or not.
   *
   * @param request the request
   * @return the tokens, that of {@code Authorization} first
   */
  public static Stream<String> tokensOf(MockRequest request) {
    return headersOf(request)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(value -> value.substring(SCHEME.length()).trim());
  }

  private static Stream<String> headersOf(MockRequest request) {
    return Stream.of("Authorization", "Emgauthorization")
        .flatMap(name -> request.header(name).stream());
  }

  private static Refusal refusal(List<Tokens.Verdict> verdicts) {
    boolean expired = verdicts.stream().anyMatch(Tokens.Verdict::expired);
    return new Refusal(
        401,
        expired
            ? "The token has expired. Log in again."
            : "The token is not known: the header must be \"Bearer\" and a token of the login. Log in"
                + " again.",
        expired ? "EMG-AUTH-12" : "EMG-AUTH-10",
        expired ? "EMG-AUTH-13" : "EMG-AUTH-11");
  }
}
