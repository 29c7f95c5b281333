package dev.casewright.client.authorization;

import dev.casewright.client.call.BasicText;
import dev.casewright.client.call.CallOptions;
import dev.casewright.client.call.RequestHeaders;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;

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
    String header = credentials.use(CallOptions.call(options), BasicText::of);
    return next.execute(RequestHeaders.with(request, "Authorization", header), options);
  }
}
