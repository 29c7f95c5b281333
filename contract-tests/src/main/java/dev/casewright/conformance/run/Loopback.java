package dev.casewright.conformance.run;

import java.util.regex.Pattern;

/** What leads back to this machine, whatever its names. */
public final class Loopback {

  private static final Pattern HOSTS =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  private Loopback() {}

  /**
   * Whether a host is this machine.
   *
   * @param host the name or address of a host, IPv6 with or without brackets
   * @return true for loopback addresses and localhost
   */
  public static boolean contains(String host) {
    return HOSTS.matcher(host).matches();
  }
}
