package dev.casewright.mockserver.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** One call of the command line in this JVM, with a server that stops as soon as it is up. */
record Command(int exitCode, String out, String err) {

  static Command run(Map<String, String> environment, String... arguments) {
    StopSignal stop = new StopSignal();
    stop.stop();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.run(
            arguments,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new ServeCommand(stop, environment));
    return new Command(exitCode, out.toString(), err.toString());
  }
}
