package dev.casewright.client.emedgene;

import dev.casewright.client.ClientBuilder;
import dev.casewright.client.auth.Credentials;
import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.LoginTokens;
import dev.casewright.client.auth.PluggedTokens;
import dev.casewright.client.auth.Token;
import dev.casewright.client.auth.TokenSource;
import dev.casewright.client.call.Connection;
import java.util.Objects;

/**
 * Builds an {@link EmedgeneClient}. Needs a base URL and either credentials, a token or a source of
 * tokens; what is set last counts. Not thread-safe.
 */
public final class EmedgeneClientBuilder extends ClientBuilder<EmedgeneClientBuilder> {
  private Authentication authentication;
  private LoginPolicy loginPolicy = LoginPolicy.defaults();
  private boolean olderLogin;

  EmedgeneClientBuilder() {}

  /**
   * Logs in with user name and password when the first call needs it, and again when a token is
   * refused.
   *
   * @param username the user name, usually an e-mail address
   * @param password the password
   * @return this builder
   */
  public EmedgeneClientBuilder credentials(String username, String password) {
    return credentials(username, password.toCharArray());
  }

  /**
   * Logs in with user name and password, as {@link #credentials(String, String)} does.
   *
   * @param username the user name, usually an e-mail address
   * @param password the password; it is copied, so the caller may overwrite it
   * @return this builder
   */
  public EmedgeneClientBuilder credentials(String username, char[] password) {
    Credentials given = new Credentials(Objects.requireNonNull(username, "username"), password);
    this.authentication =
        wire ->
            new LoginTokens(
                new Login(wire, given, olderLogin), loginPolicy, wire.settings().get().ticker());
    return this;
  }

  /**
   * Uses one token and never logs in.
   *
   * @param token its text, without {@code Bearer}
   * @return this builder
   * @throws IllegalArgumentException if the text cannot be a token
   */
  public EmedgeneClientBuilder token(String token) {
    Token fixed = Token.of(token);
    return tokenSource(() -> fixed);
  }

  /**
   * Takes tokens from a source of one's own.
   *
   * @param source the source; thread-safe
   * @return this builder
   */
  public EmedgeneClientBuilder tokenSource(TokenSource source) {
    Objects.requireNonNull(source, "source");
    this.authentication = wire -> new PluggedTokens(source);
    return this;
  }

  /**
   * How the client logs in and judges its tokens; {@link LoginPolicy#defaults()} unless set.
   *
   * @param policy the policy
   * @return this builder
   */
  public EmedgeneClientBuilder loginPolicy(LoginPolicy policy) {
    this.loginPolicy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Logs in at the older address, for hosts that know no other (Emedgene facts, no. 23).
   *
   * @return this builder
   */
  public EmedgeneClientBuilder olderLogin() {
    this.olderLogin = true;
    return this;
  }

  @Override
  protected EmedgeneClientBuilder self() {
    return this;
  }

  /**
   * Builds the client. Sends nothing, the login included. Credentials, token or source go over to
   * the client: to build another one, set them again.
   *
   * @return the client, to be closed when it is no longer needed
   * @throws IllegalStateException if the base URL or the authentication is not set
   * @throws IllegalArgumentException if the base URL or a timeout breaks its rule
   */
  public EmedgeneClient build() {
    if (authentication == null) {
      throw new IllegalStateException(
          "Nothing to log in with is set: call credentials(...), token(...) or tokenSource(...)"
              + " before build().");
    }
    Connection connection = connect();
    Authentication given = authentication;
    this.authentication = null;
    return new EmedgeneClient(connection, given, loginPolicy, polling());
  }
}
