package dev.casewright.client.setup;

import java.net.URI;
import java.util.Locale;

/** The rules for the base URL of a server. */
final class BaseUrl {
  private BaseUrl() {}

  /**
   * The URL without a slash at its end.
   *
   * @throws IllegalArgumentException if it breaks a rule; the message does not repeat it, since it
   *     could hold a password
   */
  static URI checked(URI baseUrl, boolean plainHttpOnLoopback) {
    if (baseUrl.getScheme() == null || baseUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "The base URL has to have a scheme and a host, such as https://api.omicia.com.");
    }
    if (baseUrl.getRawUserInfo() != null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The base URL must not hold a user, a query or a fragment:"
              + " give credentials to the builder.");
    }
    switch (baseUrl.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> {}
      case "http" -> checkPlain(baseUrl.getHost(), plainHttpOnLoopback);
      default -> throw new IllegalArgumentException("The base URL has to begin with https://.");
    }
    String text = baseUrl.toString();
    return text.endsWith("/")
        ? checked(URI.create(text.substring(0, text.length() - 1)), plainHttpOnLoopback)
        : baseUrl;
  }

  private static void checkPlain(String host, boolean plainHttpOnLoopback) {
    if (!isLoopback(host)) {
      throw new IllegalArgumentException(
          "Plain http would send credentials and patient data unencrypted:"
              + " use the https base URL.");
    }
    if (!plainHttpOnLoopback) {
      throw new IllegalArgumentException(
          "Plain http has to be allowed in words, also on this machine: use the https base URL, or"
              + " call allowPlainHttpOnLoopback().");
    }
  }

  /**
   * By the text alone: what a name server says can change between this check and the connection.
   */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
