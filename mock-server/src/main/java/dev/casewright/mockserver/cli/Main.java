package dev.casewright.mockserver.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts the mock server from the command line and runs until it is told to stop. */
public final class Main {

  private Main() {}

  /**
   * Runs the server.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    StopSignal stop = new StopSignal();
    // On SIGTERM the JVM waits for this hook, and the hook for the server to have stopped.
    Runtime.getRuntime().addShutdownHook(new Thread(stop::stopAndWait, "casewright-stop"));
    int exitCode =
        run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true), stop);
    stop.stopped();
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /**
   * Runs the server until it is told to stop.
   *
   * @param arguments the command line
   * @param out takes what is told before and when it is ready
   * @param err takes what went wrong
   * @param stop tells when to stop
   * @return the exit code
   */
  static int run(String[] arguments, PrintWriter out, PrintWriter err, StopSignal stop) {
    return run(arguments, out, err, new ServeCommand(stop));
  }

  static int run(String[] arguments, PrintWriter out, PrintWriter err, ServeCommand command) {
    CommandLine commandLine = new CommandLine(command);
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setExecutionExceptionHandler(new StartFailures());
    commandLine.setParameterExceptionHandler(Main::wrongUsage);
    return commandLine.execute(arguments);
  }

  /** The whole help would push what was wrong out of sight. */
  private static int wrongUsage(ParameterException wrong, String[] arguments) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println(wrong.getMessage());
    err.println("--help tells all options.");
    return StartFailures.WRONG_USAGE;
  }
}
