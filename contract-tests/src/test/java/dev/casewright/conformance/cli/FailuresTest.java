package dev.casewright.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.WrongDeclarationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {

  private final StringWriter told = new StringWriter();

  @Test
  void wrongDeclarationIsToldWithTheNameOfItsCheck() {
    int code = exitCodeOf(new WrongDeclarationException("SomeChecks.oneOfThem sends a PUT."));

    assertThat(code).isEqualTo(ExitCode.OWN_ERROR.code());
    assertThat(told.toString()).isEqualToIgnoringNewLines("SomeChecks.oneOfThem sends a PUT.");
  }

  /** Whoever throws anything else may quote what was answered. */
  @Test
  void messageOfAnyOtherErrorIsNotTold() {
    int code = exitCodeOf(new IllegalStateException("Canary"));

    assertThat(code).isEqualTo(ExitCode.OWN_ERROR.code());
    assertThat(told.toString())
        .contains("java.lang.IllegalStateException", "FailuresTest.java:")
        .doesNotContain("Canary");
  }

  private int exitCodeOf(Exception failure) {
    CommandLine line = new CommandLine(new Nothing()).setErr(new PrintWriter(told, true));
    return new Failures().handleExecutionException(failure, line, null);
  }

  @Command
  private static final class Nothing {}
}
