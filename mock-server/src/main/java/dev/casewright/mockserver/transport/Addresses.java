package dev.casewright.mockserver.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;

/**
 * Where to listen. A port of 0 stands for any free one.
 *
 * @param bind the host name or address to listen on
 * @param https the port of both APIs with TLS
 * @param redirect the port without TLS that answers with redirects only
 * @param plain the port of both APIs without TLS; nothing for none
 */
public record Addresses(String bind, int https, int redirect, OptionalInt plain) {

  /**
   * Whether only this machine can reach the server. Asks for the address of a host name.
   *
   * @return true on loopback; false for all else, an unknown host included
   */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
