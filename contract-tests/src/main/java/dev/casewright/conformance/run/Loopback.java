package dev.casewright.conformance.run;

import java.util.regex.Pattern;

/** What leads back to this machine, whatever its names. */
final class Loopback {

  private static final Pattern HOSTS =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  private Loopback() {}

  static boolean contains(String host) {
    return HOSTS.matcher(host).matches();
  }
}
