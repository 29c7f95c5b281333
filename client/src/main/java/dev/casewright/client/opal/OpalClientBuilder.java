package dev.casewright.client.opal;

import dev.casewright.client.ClientBuilder;

/** Builds an {@link OpalClient}. Needs a base URL and credentials. Not thread-safe. */
public interface OpalClientBuilder extends ClientBuilder<OpalClientBuilder> {
  /**
   * The API key (Opal page, Authentication). It belongs to one workspace, which is all that the
   * client then sees.
   *
   * @param apiLogin its login
   * @param apiPassword its password
   * @return this builder
   * @throws IllegalArgumentException if the login is blank or holds a colon
   */
  default OpalClientBuilder credentials(String apiLogin, String apiPassword) {
    return credentials(apiLogin, apiPassword.toCharArray());
  }

  /**
   * The API key, as {@link #credentials(String, String)} takes it.
   *
   * @param apiLogin its login
   * @param apiPassword its password; it is copied, so the caller may overwrite it
   * @return this builder
   * @throws IllegalArgumentException if the login is blank or holds a colon
   */
  OpalClientBuilder credentials(String apiLogin, char[] apiPassword);

  /**
   * Builds the client. Sends nothing. The credentials go over to the client: to build another one,
   * set them again.
   *
   * @return the client, to be closed when it is no longer needed
   * @throws IllegalStateException if the base URL or the credentials are not set
   * @throws IllegalArgumentException if the base URL or a timeout breaks its rule
   */
  OpalClient build();
}
