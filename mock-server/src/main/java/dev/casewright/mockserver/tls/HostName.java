package dev.casewright.mockserver.tls;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a host that the server stands in for, in lower case.
 *
 * @param text a DNS name with two labels at least, such as {@code workspace.opal.example}
 */
public record HostName(String text) {

  private static final String LABEL = "(?!-)[a-z0-9-]{1,63}(?<!-)";

  /** The last label has a letter, so that an address is no name. */
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)(?:" + LABEL + "\\.)+(?=[^.]*[a-z])" + LABEL);

  /**
   * Checks the name and makes it lower case.
   *
   * @throws IllegalArgumentException if it is not such a name
   */
  public HostName {
    text = text.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(text).matches()) {
      // A certificate for a single label would be one for all names that end with it.
      throw new IllegalArgumentException(
          "A host is a DNS name with a dot, without a port, an address or a wildcard, such as"
              + " workspace.opal.example. Give such a name.");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
