package dev.casewright.mockserver.transport;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request over plain HTTP is sent: the same host, path and query with TLS (OPAL-TLS-01 to
 * OPAL-TLS-04, EMG-TLS-01 to EMG-TLS-03).
 */
final class RedirectToHttps {

  private static final int DEFAULT_PORT = 443;
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");
  private static final int LARGEST_PORT = 65_535;

  private RedirectToHttps() {}

  /**
   * The value of {@code Location}.
   *
   * @param host the value of the {@code Host} header; may be null
   * @param pathAndQuery the path and query as sent
   * @param httpsPort the port of the listener with TLS
   * @return the address; nothing if the host is missing or malformed
   */
  static Optional<String> location(String host, String pathAndQuery, int httpsPort) {
    Matcher matcher = HOST.matcher(host == null ? "" : host);
    if (!matcher.matches()
        || (matcher.group(2) != null && Integer.parseInt(matcher.group(2)) > LARGEST_PORT)) {
      return Optional.empty();
    }
    String port = httpsPort == DEFAULT_PORT ? "" : ":" + httpsPort;
    String target = pathAndQuery.startsWith("/") ? pathAndQuery : "/";
    return Optional.of("https://" + matcher.group(1) + port + target);
  }
}
