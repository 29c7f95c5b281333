package dev.casewright.client.setup;

import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code User-Agent}: the program that uses the client first, then the client. */
final class UserAgent {
  private static final Pattern TOKEN = Pattern.compile("[\\w!#$%&'*+.^`|~-]{1,60}");

  private UserAgent() {}

  static String product(String name, String version) {
    for (String part : new String[] {name, version}) {
      if (!TOKEN.matcher(part).matches()) {
        throw new IllegalArgumentException(
            "Name and version of an application have to be of letters, digits and some signs,"
                + " without spaces or slashes, and of at most 60 characters.");
      }
    }
    return name + "/" + version;
  }

  static String of(Optional<String> application) {
    String own = "casewright/" + ClientVersion.text();
    return application.map(product -> product + " " + own).orElse(own);
  }
}
