package dev.casewright.conformance.cli;

import dev.casewright.conformance.report.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the suite from the command line. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends the program.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    boolean watched = Terminal.isThere() && System.getenv("CI") == null;
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            System.getenv(),
            Clock.systemUTC(),
            watched);
    int code = run(surroundings, arguments);
    surroundings.out().flush();
    System.exit(code);
  }

  /**
   * Runs a command.
   *
   * @param surroundings where the program runs
   * @param arguments the command line
   * @return the exit code
   */
  static int run(Surroundings surroundings, String... arguments) {
    CommandLine line =
        new CommandLine(new RootCommand())
            .addSubcommand(new VerifyCommand(surroundings))
            .addSubcommand(new PlanCommand(surroundings))
            .addSubcommand(new CompareCommand(surroundings))
            .addSubcommand(new BaselineCommand(surroundings))
            .addSubcommand(new DifferenceCommand(surroundings))
            .addSubcommand(new ListCommand(surroundings))
            .addSubcommand(new ExplainCommand(surroundings))
            .addSubcommand(new PublishCommand(surroundings));
    line.setOut(surroundings.out());
    line.setErr(surroundings.err());
    line.setExecutionExceptionHandler(new Failures());
    line.setParameterExceptionHandler(Main::wrongUsage);
    try {
      Stream.of(arguments).forEach(SecretArguments::refuse);
    } catch (UsageException refused) {
      surroundings.err().println(refused.getMessage());
      return ExitCode.WRONG_USAGE.code();
    }
    return line.execute(arguments);
  }

  /** The whole help would push what was wrong out of sight. */
  private static int wrongUsage(ParameterException wrong, String[] arguments) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println(message(wrong));
    err.println("--help tells all commands and options.");
    return ExitCode.WRONG_USAGE.code();
  }

  /**
   * What nobody asked for may be a secret: of an unknown argument only an option's name is told.
   */
  private static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unknown) {
      return unknown.getUnmatched().stream()
          .filter(argument -> argument.startsWith("-"))
          .findFirst()
          .map(option -> "There is no option " + option.split("=", 2)[0] + ".")
          .orElse("There is an argument too many.");
    }
    return wrong.getMessage();
  }
}
