package dev.casewright.conformance.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * Where the program runs.
 *
 * @param out takes tables and JSON
 * @param err takes progress and what went wrong
 * @param environment the environment variables
 * @param clock tells the time
 * @param terminal whether somebody watches
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Clock clock,
    boolean terminal) {

  Surroundings {
    environment = Map.copyOf(environment);
  }
}
