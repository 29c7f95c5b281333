package dev.casewright.client.emedgene;

import dev.casewright.client.ClientBuilder;
import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.TokenSource;

/**
 * Builds an {@link EmedgeneClient}. Needs a base URL and either credentials, a token or a source of
 * tokens; what is set last counts. Not thread-safe.
 */
public interface EmedgeneClientBuilder extends ClientBuilder<EmedgeneClientBuilder> {
  /**
   * Logs in with user name and password when the first call needs it, and again when a token is
   * refused.
   *
   * @param username the user name, usually an e-mail address
   * @param password the password
   * @return this builder
   */
  default EmedgeneClientBuilder credentials(String username, String password) {
    return credentials(username, password.toCharArray());
  }

  /**
   * Logs in with user name and password, as {@link #credentials(String, String)} does.
   *
   * @param username the user name, usually an e-mail address
   * @param password the password; it is copied, so the caller may overwrite it
   * @return this builder
   */
  EmedgeneClientBuilder credentials(String username, char[] password);

  /**
   * Uses one token and never logs in.
   *
   * @param token its text, without {@code Bearer}
   * @return this builder
   * @throws IllegalArgumentException if the text cannot be a token
   */
  EmedgeneClientBuilder token(String token);

  /**
   * Takes tokens from a source of one's own.
   *
   * @param source the source; thread-safe. If it gives null, the call fails with an {@link
   *     IllegalStateException}
   * @return this builder
   */
  EmedgeneClientBuilder tokenSource(TokenSource source);

  /**
   * How the client logs in and judges its tokens; {@link LoginPolicy#defaults()} unless set.
   *
   * @param policy the policy
   * @return this builder
   */
  EmedgeneClientBuilder loginPolicy(LoginPolicy policy);

  /**
   * Logs in at the older address, for hosts that know no other (Emedgene facts, no. 23).
   *
   * @return this builder
   */
  EmedgeneClientBuilder olderLogin();

  /**
   * Builds the client. Sends nothing, the login included. Credentials, token or source go over to
   * the client: to build another one, set them again.
   *
   * @return the client, to be closed when it is no longer needed
   * @throws IllegalStateException if the base URL or the authentication is not set
   * @throws IllegalArgumentException if the base URL or a timeout breaks its rule
   */
  EmedgeneClient build();
}
