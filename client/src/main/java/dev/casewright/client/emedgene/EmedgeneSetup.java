package dev.casewright.client.emedgene;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.Token;
import dev.casewright.client.auth.TokenSource;
import dev.casewright.client.authorization.Credentials;
import dev.casewright.client.authorization.LoginTokens;
import dev.casewright.client.authorization.PluggedTokens;
import dev.casewright.client.call.Connection;
import dev.casewright.client.setup.ClientSetup;
import java.util.Objects;

/** What the builder of a client of Emedgene is told. To be used by one thread. */
final class EmedgeneSetup extends ClientSetup<EmedgeneClientBuilder>
    implements EmedgeneClientBuilder {
  private Authentication authentication;
  private LoginPolicy loginPolicy = LoginPolicy.defaults();
  private boolean olderLogin;

  @Override
  public EmedgeneClientBuilder credentials(String username, char[] password) {
    Credentials given = new Credentials(Objects.requireNonNull(username, "username"), password);
    this.authentication =
        wire ->
            new LoginTokens(
                new Login(wire, given, olderLogin), loginPolicy, wire.settings().get().ticker());
    return this;
  }

  @Override
  public EmedgeneClientBuilder token(String token) {
    Token fixed = Token.of(token);
    return tokenSource(() -> fixed);
  }

  @Override
  public EmedgeneClientBuilder tokenSource(TokenSource source) {
    Objects.requireNonNull(source, "source");
    this.authentication = wire -> new PluggedTokens(source);
    return this;
  }

  @Override
  public EmedgeneClientBuilder loginPolicy(LoginPolicy policy) {
    this.loginPolicy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  @Override
  public EmedgeneClientBuilder olderLogin() {
    this.olderLogin = true;
    return this;
  }

  @Override
  protected EmedgeneClientBuilder self() {
    return this;
  }

  @Override
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
