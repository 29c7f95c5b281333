package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.transport.Addresses;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Who may use the admin APIs. */
final class AdminOptions {

  private static final String TOKEN = "CASEWRIGHT_ADMIN_TOKEN";

  @Option(
      names = "--admin",
      paramLabel = "on|off|token",
      description =
          "The admin APIs: for all programs, for nobody, or with a token (default: token if there"
              + " is one, else on with a loopback address and off beyond).")
  private String mode;

  @Option(
      names = "--admin-token",
      paramLabel = "TOKEN",
      description = {
        "What X-Mock-Admin-Token has to bring for the admin APIs.",
        "Others on the machine can read it here: rather set CASEWRIGHT_ADMIN_TOKEN."
      })
  private String token;

  void apply(MockServerBuilder settings, String bind) {
    Optional<String> secret = Optional.ofNullable(token);
    switch (mode == null ? "" : mode) {
      case "" -> secret.ifPresent(settings::adminToken);
      case "off" -> {
        checkThatNoTokenIsGiven(secret);
        settings.adminOff();
      }
      case "on" -> {
        checkThatNoTokenIsGiven(secret);
        if (!isLoopback(bind)) {
          throw new IllegalArgumentException(
              "--admin on needs a loopback address: beyond the machine the admin APIs need a token."
                  + " Give --admin-token, or leave --admin out.");
        }
      }
      case "token" ->
          settings.adminToken(
              secret.orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--admin token needs a token. Give --admin-token, or set "
                              + TOKEN
                              + ".")));
      default ->
          throw new IllegalArgumentException("--admin is on, off or token. Give one of these.");
    }
  }

  /** Who gives a token relies on it, and must not find the admin APIs open, or gone. */
  private void checkThatNoTokenIsGiven(Optional<String> secret) {
    if (secret.isPresent()) {
      throw new IllegalArgumentException(
          "--admin "
              + mode
              + " does not go with a token, which nobody would be asked for. Give --admin token, or"
              + " leave out --admin-token and "
              + TOKEN
              + ".");
    }
  }

  private static boolean isLoopback(String bind) {
    return new Addresses(bind, 0, 0, OptionalInt.empty()).isLoopback();
  }
}
