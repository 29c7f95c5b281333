package dev.casewright.client.opal;

import dev.casewright.client.ClientBuilder;
import java.util.Objects;

/** Builds an {@link OpalClient}. Needs a base URL and credentials. Not thread-safe. */
public final class OpalClientBuilder extends ClientBuilder<OpalClientBuilder> {
  private String login;
  private String password;

  OpalClientBuilder() {}

  /**
   * The API key (Opal page, Authentication). It belongs to one workspace, which is all that the
   * client then sees.
   *
   * @param apiLogin its login
   * @param apiPassword its password
   * @return this builder
   */
  public OpalClientBuilder credentials(String apiLogin, String apiPassword) {
    this.login = Objects.requireNonNull(apiLogin, "apiLogin");
    this.password = Objects.requireNonNull(apiPassword, "apiPassword");
    return this;
  }

  @Override
  protected OpalClientBuilder self() {
    return this;
  }

  /**
   * Builds the client. Sends nothing.
   *
   * @return the client, to be closed when it is no longer needed
   * @throws IllegalStateException if the base URL or the credentials are not set
   * @throws IllegalArgumentException if the base URL, the login or a timeout breaks its rule
   */
  public OpalClient build() {
    if (login == null) {
      throw new IllegalStateException(
          "The credentials are not set: call credentials(...) before build().");
    }
    return new OpalClient(connect(), login, password, polling());
  }
}
