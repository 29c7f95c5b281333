package dev.casewright.mockserver.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which addresses notices may be sent to. Immutable. */
final class TargetRule {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final boolean anywhere;
  private final HostNames names;

  /** Loopback addresses only, or any. */
  TargetRule(boolean anywhere, HostNames names) {
    this.anywhere = anywhere;
    this.names = names;
  }

  /**
   * Checks the form of an address, and where it leads now.
   *
   * @return the address with everything escaped that must be
   * @throws IllegalArgumentException if it may not be a target
   */
  URI checked(URI url) {
    boolean known = url.getScheme() != null && (isPlain(url) || isTls(url));
    if (!known || url.getHost() == null || url.getHost().isEmpty()) {
      throw new IllegalArgumentException(
          "A target is an absolute URL with http or https and a host, such as"
              + " http://127.0.0.1:9999/hook.");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The URL of a target has no user, no password and no fragment. Leave them out.");
    }
    if (url.getPort() == 0 || url.getPort() > 65_535) {
      throw new IllegalArgumentException("The port of a target is a number from 1 to 65535.");
    }
    try {
      addresses(url);
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException(
          anywhere
              ? "The host of the target is not known. Name one that is."
              : "The host of the target does not lead to this machine alone. Name 127.0.0.1 or"
                  + " localhost, or start the server with --webhooks-anywhere.",
          unknown);
    }
    return URI.create(url.toASCIIString());
  }

  /**
   * Where a target leads now; a name may lead elsewhere than when it was registered.
   *
   * @throws UnknownHostException if it leads nowhere, or somewhere that is not allowed
   */
  List<InetAddress> addresses(URI url) throws UnknownHostException {
    InetAddress[] all = names.addressesOf(host(url));
    if (!anywhere && !Arrays.stream(all).allMatch(InetAddress::isLoopbackAddress)) {
      throw new UnknownHostException("The host is not this machine.");
    }
    return List.of(all);
  }

  static boolean isTls(URI url) {
    return url.getScheme().toLowerCase(Locale.ROOT).equals("https");
  }

  private static boolean isPlain(URI url) {
    return url.getScheme().toLowerCase(Locale.ROOT).equals("http");
  }

  static int port(URI url) {
    return url.getPort() > 0 ? url.getPort() : isTls(url) ? HTTPS : HTTP;
  }

  /** Without the brackets that stand around an IPv6 address in a URL. */
  static String host(URI url) {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Looks names up. */
  @FunctionalInterface
  interface HostNames {

    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }
}
