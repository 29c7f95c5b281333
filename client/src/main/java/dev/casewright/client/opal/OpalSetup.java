package dev.casewright.client.opal;

import dev.casewright.client.authorization.BasicAuthorization;
import dev.casewright.client.authorization.Credentials;
import dev.casewright.client.call.Connection;
import dev.casewright.client.setup.ClientSetup;

/** What the builder of a client of Opal is told. To be used by one thread. */
final class OpalSetup extends ClientSetup<OpalClientBuilder> implements OpalClientBuilder {
  private Credentials credentials;

  @Override
  public OpalClientBuilder credentials(String apiLogin, char[] apiPassword) {
    this.credentials = new Credentials(BasicAuthorization.checkedLogin(apiLogin), apiPassword);
    return this;
  }

  @Override
  protected OpalClientBuilder self() {
    return this;
  }

  @Override
  public OpalClient build() {
    if (credentials == null) {
      throw new IllegalStateException(
          "The credentials are not set: call credentials(...) before build().");
    }
    Connection connection = connect();
    Credentials given = credentials;
    this.credentials = null;
    return new OpalClient(connection, given, polling());
  }
}
