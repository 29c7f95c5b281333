package dev.casewright.conformance.cli;

import dev.casewright.conformance.run.Loopback;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads addresses. Their text is never repeated in a message: it may hold a password. */
final class TargetUrl {

  private TargetUrl() {}

  /** The address of an API: with TLS, or on this machine. */
  static URI ofApi(String option, String text) {
    URI url = parse(option, text);
    boolean plain = url.getScheme().equals("http");
    if (plain && !isOfThisMachine(url)) {
      throw new UsageException(
          option
              + " is plain HTTP, which is for addresses of this machine only. Give an https"
              + " address.");
    }
    return url;
  }

  /** The address of a listener that only redirects, which has no TLS. */
  static URI ofRedirect(String option, String text) {
    URI url = parse(option, text);
    if (!url.getScheme().equals("http")) {
      throw new UsageException(
          option + " is the listener that redirects to HTTPS. Give an http address.");
    }
    return url;
  }

  /** Plain HTTP, same host, port 80. */
  static URI redirectOf(URI api) {
    return URI.create("http://" + api.getHost());
  }

  static boolean isOfThisMachine(URI url) {
    return Loopback.contains(url.getHost());
  }

  private static URI parse(String option, String text) {
    URI url;
    try {
      url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (URISyntaxException wrong) {
      throw new UsageException(option + " is no address. Give one such as https://host:8443.");
    }
    if (url.getRawUserInfo() != null) {
      throw new UsageException(
          option
              + " holds credentials, and others on the machine can read arguments. "
              + Credentials.WAYS);
    }
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
      throw new UsageException(
          option
              + " needs https or http, a host, and neither query nor fragment. Give one such as"
              + " https://host:8443.");
    }
    return url;
  }
}
