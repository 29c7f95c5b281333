package dev.casewright.client.auth;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Sends HTTP Basic credentials in UTF-8 with every request, without waiting to be asked (Opal page,
 * Authentication). Thread-safe.
 */
public final class BasicAuthorization implements Client {
  private final Client next;
  private final String header;

  /**
   * Creates the decorator.
   *
   * @param next what sends the request
   * @param login the login; without a colon, which ends it
   * @param password the password
   * @throws IllegalArgumentException if the login cannot be sent
   */
  public BasicAuthorization(Client next, String login, String password) {
    if (login.isBlank() || login.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "The login is blank or holds a colon, which HTTP Basic cannot carry: check the API key.");
    }
    this.next = next;
    this.header =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    return next.execute(Headers.withAuthorization(request, header), options);
  }
}
