package dev.casewright.client.authorization;

import dev.casewright.client.call.CallOptions;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Sends HTTP Basic credentials in UTF-8 with every request, without waiting to be asked (Opal page,
 * Authentication). Thread-safe.
 */
public final class BasicAuthorization implements Client {
  private final Client next;
  private final Credentials credentials;

  /**
   * Creates the decorator.
   *
   * @param next what sends the request
   * @param credentials login and password
   */
  public BasicAuthorization(Client next, Credentials credentials) {
    this.next = next;
    this.credentials = credentials;
  }

  /**
   * Refuses a login that cannot be sent.
   *
   * @param login the login; without a colon, which ends it
   * @return the login
   * @throws IllegalArgumentException if it is blank or holds a colon
   */
  public static String checkedLogin(String login) {
    if (login.isBlank() || login.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "The login is blank or holds a colon, which HTTP Basic cannot carry: check the API key.");
    }
    return login;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    String header = credentials.use(CallOptions.call(options), BasicAuthorization::header);
    return next.execute(Headers.withAuthorization(request, header), options);
  }

  private static String header(String login, char[] password) {
    CharBuffer text = CharBuffer.allocate(login.length() + 1 + password.length);
    text.put(login).put(':').put(password).flip();
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    byte[] octets = new byte[bytes.remaining()];
    bytes.get(octets);
    try {
      return "Basic " + Base64.getEncoder().encodeToString(octets);
    } finally {
      Arrays.fill(octets, (byte) 0);
      Arrays.fill(bytes.array(), (byte) 0);
      Arrays.fill(text.array(), '\0');
    }
  }
}
