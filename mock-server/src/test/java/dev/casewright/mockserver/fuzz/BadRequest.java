package dev.casewright.mockserver.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A request that no server should stumble over.
 *
 * @param kind what is bad about it
 * @param bytes what is sent
 * @param whole whether it is one request with an end, after which the connection can be used again
 */
record BadRequest(String kind, byte[] bytes, boolean whole) {

  static BadRequest broken(String kind, String text) {
    return new BadRequest(kind, text.getBytes(StandardCharsets.ISO_8859_1), false);
  }

  static BadRequest whole(String kind, String head, byte[] body) {
    byte[] start =
        (head + "Content-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = new byte[start.length + body.length];
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(body, 0, bytes, start.length, body.length);
    return new BadRequest(kind, bytes, true);
  }
}
