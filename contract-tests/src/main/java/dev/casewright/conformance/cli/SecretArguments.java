package dev.casewright.conformance.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses secrets as arguments, which everyone on the machine can read. */
final class SecretArguments {

  private static final Pattern SECRET =
      Pattern.compile(
          "(-{1,2}[a-z0-9-]*(pass|login|user|token|secret|api-?key)[a-z0-9-]*)(=.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private SecretArguments() {}

  static void refuse(String argument) {
    Matcher secret = SECRET.matcher(argument);
    if (secret.matches()) {
      throw new UsageException(
          secret.group(1)
              + " is refused: others on the machine can read arguments. "
              + Credentials.WAYS);
    }
  }
}
