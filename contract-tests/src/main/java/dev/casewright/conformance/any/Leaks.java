package dev.casewright.conformance.any;

import dev.casewright.conformance.target.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for what an answer must not tell. */
public final class Leaks {

  private static final int SHORTEST_SECRET = 4;
  private static final List<Pattern> STACK_TRACES =
      List.of(
          Pattern.compile("\\bat [\\w.$]+\\([\\w$]+\\.(java|kt|scala|js|ts):\\d+"),
          Pattern.compile("Traceback \\(most recent call last\\)"),
          Pattern.compile("File \"[^\"]+\", line \\d+"),
          Pattern.compile("\\bat [\\w.]+ in [^ ]+:line \\d+"),
          Pattern.compile("goroutine \\d+ \\["));

  private Leaks() {}

  /**
   * What an answer tells though it must not.
   *
   * @param answer the answer
   * @param secrets the credentials of the run
   * @return kinds of things, never one itself; empty if there is none
   */
  public static List<String> in(Answer answer, List<String> secrets) {
    String all = answer.headers().map() + "\n" + answer.text();
    List<String> found = new ArrayList<>();
    if (secrets.stream()
        .filter(secret -> secret.length() >= SHORTEST_SECRET)
        .anyMatch(all::contains)) {
      found.add("credentials");
    }
    if (STACK_TRACES.stream().anyMatch(trace -> trace.matcher(all).find())) {
      found.add("a stack trace");
    }
    return found;
  }
}
