package dev.casewright.client.error;

import java.io.Serial;
import java.util.Optional;

/**
 * The server answered with a redirect, which is never followed, since the credentials would go
 * along.
 *
 * <p>Opal answers every request over plain HTTP so (Opal page, Authentication). The request, and
 * its credentials, went over the network unencrypted then.
 */
public final class RedirectException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  private final String location;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param advice which base URL to use
   * @param location the header {@code Location}, if the server sent one
   */
  public RedirectException(CallDetails call, String advice, Optional<String> location) {
    super(call, advice);
    this.location = location.orElse(null);
  }

  /**
   * Where the server wanted to send the client. The address holds the query, which may be about a
   * patient: keep it out of logs.
   *
   * @return the header {@code Location} as it came
   */
  public Optional<String> location() {
    return Optional.ofNullable(location);
  }
}
