package dev.casewright.mockserver.credentials;

import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** HTTP Basic with the login and password of an Opal key (OPAL-AUTH-01 to OPAL-AUTH-09). */
public final class OpalGate implements Gate {

  private static final String CHALLENGE = "Basic realm=\"Opal API\", charset=\"UTF-8\"";
  private static final String SCHEME = "basic ";

  /** The gate. */
  public OpalGate() {}

  @Override
  public Caller admit(MockRequest request) {
    List<String> headers = request.header("Authorization");
    if (headers.isEmpty()) {
      throw refusal(
          "Credentials are missing. Send the login and password of a key as HTTP Basic.",
          "OPAL-AUTH-01",
          "OPAL-AUTH-02",
          "OPAL-AUTH-03");
    }
    return headers.stream()
        .findFirst()
        .flatMap(OpalGate::pairOf)
        .flatMap(OpalGate::find)
        .orElseThrow(
            () ->
                refusal(
                    "These credentials are not good: the Authorization header must be \"Basic\" and"
                        + " the login and password of a known key. The mock prints them at start.",
                    requirementsFor(headers.get(0))));
  }

  /** The login in a header value, whether it is known or not. */
  static Optional<String> loginOf(String value) {
    return pairOf(value)
        .filter(pair -> pair.indexOf(':') >= 0)
        .map(pair -> pair.substring(0, pair.indexOf(':')));
  }

  private static Optional<String> pairOf(String value) {
    return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? decode(value.substring(SCHEME.length()).trim())
        : Optional.empty();
  }

  private static Optional<Caller> find(String loginAndPassword) {
    int colon = loginAndPassword.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : DemoAccounts.opal(
            loginAndPassword.substring(0, colon), loginAndPassword.substring(colon + 1));
  }

  private static Optional<String> decode(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String[] requirementsFor(String value) {
    boolean isBasic = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return isBasic
        ? new String[] {"OPAL-AUTH-04", "OPAL-AUTH-05", "OPAL-AUTH-06"}
        : new String[] {"OPAL-AUTH-07"};
  }

  private static Refusal refusal(String text, String... requirements) {
    return Refusal.unauthenticated(text, CHALLENGE, requirements);
  }
}
