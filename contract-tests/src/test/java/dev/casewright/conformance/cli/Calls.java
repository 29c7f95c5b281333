package dev.casewright.conformance.cli;

import dev.casewright.mockserver.MockServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Calls the program within the test, and keeps what it says. */
final class Calls {

  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private boolean terminal;

  Calls with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  Calls onATerminal() {
    terminal = true;
    return this;
  }

  int run(String... arguments) {
    return Main.run(
        new Surroundings(
            new PrintWriter(out), new PrintWriter(err), environment, Clock.systemUTC(), terminal),
        arguments);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** The users of the mock server's default space. */
  static Map<String, String> users(MockServer mock) {
    return Map.of(
        "CASEWRIGHT_OPAL_LOGIN", mock.credentials().opalLogin(),
        "CASEWRIGHT_OPAL_PASSWORD", mock.credentials().password(),
        "CASEWRIGHT_EMEDGENE_USERNAME", mock.credentials().emedgeneUsername(),
        "CASEWRIGHT_EMEDGENE_PASSWORD", mock.credentials().password());
  }
}
