package dev.casewright.conformance.cli;

import dev.casewright.conformance.baseline.InvalidBaselineException;
import dev.casewright.conformance.broker.BrokerRefusedException;
import dev.casewright.conformance.canary.LeakException;
import dev.casewright.conformance.check.WrongDeclarationException;
import dev.casewright.conformance.difference.InvalidVersionException;
import dev.casewright.conformance.ledger.LedgerRefusedException;
import dev.casewright.conformance.record.NoRecordException;
import dev.casewright.conformance.run.TargetNotUsableException;
import dev.casewright.conformance.target.MockControlException;
import dev.casewright.conformance.target.NoAnswerException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command did not come to an end, in one line and in the exit code. */
final class Failures implements IExecutionExceptionHandler {

  private static final List<Class<? extends Exception>> USAGE =
      List.of(
          UsageException.class,
          InvalidBaselineException.class,
          InvalidVersionException.class,
          LedgerRefusedException.class);
  private static final List<Class<? extends Exception>> NOT_READY =
      List.of(
          TargetNotUsableException.class,
          NoAnswerException.class,
          MockControlException.class,
          BrokerRefusedException.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    boolean ours =
        codeOf(failure) != ExitCode.OWN_ERROR
            || failure instanceof NoRecordException
            || failure instanceof WrongDeclarationException
            || failure instanceof LeakException;
    line.getErr()
        .println(
            ours
                ? failure.getMessage()
                : "The suite failed with " + failure.getClass().getName() + whereOf(failure) + ".");
    return codeOf(failure).code();
  }

  static ExitCode codeOf(Exception failure) {
    if (USAGE.stream().anyMatch(type -> type.isInstance(failure))) {
      return ExitCode.WRONG_USAGE;
    }
    return NOT_READY.stream().anyMatch(type -> type.isInstance(failure))
        ? ExitCode.TARGET_NOT_READY
        : ExitCode.OWN_ERROR;
  }

  /** The innermost line of the suite; a message may hold what was answered. */
  private static String whereOf(Exception failure) {
    for (StackTraceElement line : failure.getStackTrace()) {
      if (line.getClassName().startsWith("dev.casewright.")) {
        return " at " + line.getFileName() + ":" + line.getLineNumber();
      }
    }
    return "";
  }
}
