package dev.casewright.mockserver.cli;

import dev.casewright.mockserver.route.InvalidContractException;
import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.mockserver.seed.InvalidSeedException;
import dev.casewright.mockserver.tls.TlsException;
import dev.casewright.mockserver.transport.PortTakenException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why the server did not start, in one line and in the exit code. */
final class StartFailures implements IExecutionExceptionHandler {

  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int PORT_TAKEN = 3;
  static final int CONTRACT_OR_SEED_INVALID = 4;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parseResult) {
    boolean ours = codeOf(failure) != FAILED;
    commandLine
        .getErr()
        .println(
            ours
                ? failure.getMessage()
                : "The server failed to start with " + failure.getClass().getName() + ".");
    return codeOf(failure);
  }

  private static int codeOf(Exception failure) {
    if (failure instanceof PortTakenException) {
      return PORT_TAKEN;
    }
    if (failure instanceof InvalidContractException || failure instanceof InvalidSeedException) {
      return CONTRACT_OR_SEED_INVALID;
    }
    boolean wrongUsage =
        failure instanceof TlsException || failure instanceof InvalidSettingException;
    return wrongUsage ? WRONG_USAGE : FAILED;
  }
}
