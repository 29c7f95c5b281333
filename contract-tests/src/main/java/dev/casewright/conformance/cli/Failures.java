package dev.casewright.conformance.cli;

import dev.casewright.conformance.broker.BrokerRefusedException;
import dev.casewright.conformance.record.NoRecordException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command did not come to an end, in one line and in the exit code. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    boolean ours = codeOf(failure) != ExitCode.OWN_ERROR || failure instanceof NoRecordException;
    line.getErr()
        .println(
            ours
                ? failure.getMessage()
                : "The suite failed with " + failure.getClass().getName() + whereOf(failure) + ".");
    return codeOf(failure).code();
  }

  static ExitCode codeOf(Exception failure) {
    if (failure instanceof UsageException) {
      return ExitCode.WRONG_USAGE;
    }
    return failure instanceof BrokerRefusedException
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
