package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Unrouted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Keeps web pages away from the admin APIs, and who has no token: a page in a browser sends the
 * host that it was loaded from, or its origin, and only the machine's own names and addresses are
 * let in. A name that was made to point to this machine is still a foreign name.
 */
final class AdminGuard {

  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]+]");
  private static final String SITE = "Sec-Fetch-Site";
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final String bind;
  private final AdminAccess access;

  AdminGuard(String bind, AdminAccess access) {
    this.bind = bind.toLowerCase(Locale.ROOT);
    this.access = access;
  }

  /**
   * Refuses a request to an admin API.
   *
   * @param arrival the request
   * @return the refusal; nothing if it is let in or is not for an admin API
   */
  Optional<MockAnswer> refusal(Arrival arrival) {
    String path = arrival.path();
    if (!isAdmin(path) && !isAdmin(arrival.rawPath())) {
      return Optional.empty();
    }
    if (!access.isThere()) {
      return Optional.of(ErrorShape.at(path).error(404, Unrouted.UNKNOWN_PATH));
    }
    HttpFields headers = arrival.headers();
    return foreign(arrival)
        .map(reason -> ErrorShape.EMEDGENE.error(403, reason))
        .or(
            () ->
                isPage(path) && isPage(arrival.rawPath())
                    ? Optional.empty()
                    : access
                        .refusal(headers.getValuesList(AdminAccess.HEADER))
                        .map(reason -> ErrorShape.EMEDGENE.error(401, reason)));
  }

  private Optional<String> foreign(Arrival arrival) {
    HttpFields headers = arrival.headers();
    List<String> hosts = arrival.hosts();
    String authority = arrival.uri().getAuthority();
    if (hosts.size() != 1 || !isOwn(hosts.get(0)) || (authority != null && !isOwn(authority))) {
      return Optional.of(
          "The admin APIs take requests to localhost, to an address or to the name given with"
              + " --bind only. Call one of these.");
    }
    String own = arrival.uri().getScheme() + "://" + hosts.get(0);
    boolean sameOrigin =
        headers.getValuesList(HttpHeader.ORIGIN).stream().allMatch(own::equalsIgnoreCase)
            && headers.getValuesList(SITE).stream().allMatch(OWN_SITES::contains);
    return sameOrigin
        ? Optional.empty()
        : Optional.of(
            "The admin APIs take no requests from web pages of another origin. Call them from a"
                + " program.");
  }

  private boolean isOwn(String host) {
    String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals(bind)
        || ADDRESS.matcher(name).matches();
  }

  /** A browser loads the control room without a token, and then is asked for it. */
  private static boolean isPage(String path) {
    return path.equals("/__mock") || path.equals("/__mock/") || path.startsWith("/__mock/room/");
  }

  private static boolean isAdmin(String path) {
    return isBelow("/__admin", path) || isBelow("/__mock", path) && !isDocumentation(path);
  }

  /** Swagger UI and the contracts hold nothing that is not public, and are there for everybody. */
  private static boolean isDocumentation(String path) {
    return path.startsWith("/__mock/swagger/");
  }

  private static boolean isBelow(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/") || path.startsWith(root + ";");
  }
}
