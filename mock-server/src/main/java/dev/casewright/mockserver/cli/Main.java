package dev.casewright.mockserver.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
    commandLine.setParameterExceptionHandler(new WrongUsage(Optional.empty()));
    try {
      useAllSources(commandLine, arguments, command.environment());
    } catch (ParameterException wrong) {
      return new WrongUsage(Optional.empty()).handleParseException(wrong, arguments);
    }
    return commandLine.execute(arguments);
  }

  /** Who only asks for help gets it, whatever stands elsewhere. */
  private static void useAllSources(
      CommandLine commandLine, String[] arguments, Map<String, String> environment) {
    ParseResult given = commandLine.parseArgs(arguments);
    if (given.isUsageHelpRequested() || given.isVersionHelpRequested()) {
      return;
    }
    try {
      SettingSources sources = SettingSources.of(commandLine.getCommandSpec(), given, environment);
      commandLine.setDefaultValueProvider(sources);
      commandLine.setParameterExceptionHandler(new WrongUsage(Optional.of(sources)));
      sources
          .unknownVariables(commandLine.getCommandSpec())
          .forEach((name, meant) -> commandLine.getErr().println(warning(name, meant)));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(commandLine, wrong.getMessage(), wrong);
    }
  }

  private static String warning(String name, Optional<String> meant) {
    return "WARNING: "
        + name
        + " is not read by this server. "
        + meant
            .map(near -> "Did you mean " + near + "?")
            .orElse("Variables are named like the options: see --help.");
  }
}
