package dev.casewright.mockserver.transport;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps web pages away from the admin APIs: a page in a browser sends the host that it was loaded
 * from, or its origin, and only the machine's own names and addresses are let in.
 */
final class AdminGuard {

  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+]");

  private final String bind;

  AdminGuard(String bind) {
    this.bind = bind.toLowerCase(Locale.ROOT);
  }

  static boolean isAdmin(String decodedPath) {
    return isBelow("/__admin", decodedPath) || isBelow("/__mock", decodedPath);
  }

  /**
   * Why a request to an admin API is refused.
   *
   * @param scheme http or https
   * @param host the value of the {@code Host} header; may be null
   * @param origin the value of the {@code Origin} header; may be null
   * @return the reason; nothing if it is let in
   */
  Optional<String> refusal(String scheme, String host, String origin) {
    if (host == null || !isOwn(PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst(""))) {
      return Optional.of(
          "The admin APIs take requests to localhost, to an address or to the name given with"
              + " --bind only. Call one of these.");
    }
    boolean sameOrigin = origin == null || origin.equalsIgnoreCase(scheme + "://" + host);
    return sameOrigin
        ? Optional.empty()
        : Optional.of(
            "The admin APIs take no requests from web pages of another origin. Call them from a"
                + " program.");
  }

  private boolean isOwn(String name) {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals(bind)
        || ADDRESS.matcher(name).matches();
  }

  private static boolean isBelow(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
