import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The server that examples of the clients talk to, and how they get at it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientExample {

  @TempDir Path folder;
  MockSpace space;
  URI server;
  Path certificate;
  DemoCredentials key;
  private MockServer mock;

  @BeforeAll
  void start() {
    mock = MockServer.start();
  }

  @AfterAll
  void stop() {
    mock.close();
  }

  @BeforeEach
  void useTheSpaceOfTheDemoCredentials() {
    space = mock.space();
    space.reset();
    server = mock.opalUrl();
    certificate = folder.resolve("casewright-ca.pem");
    mock.writeCaCertificate(certificate);
    key = space.credentials();
  }

  OpalClient opalClient() {
    return OpalClient.builder()
        .baseUrl(server)
        .trustedCertificate(certificate)
        .credentials(key.opalLogin(), key.password())
        .build();
  }

  EmedgeneClient emedgeneClient() {
    return EmedgeneClient.builder()
        .baseUrl(server)
        .trustedCertificate(certificate)
        .token(space.emedgeneToken())
        .build();
  }
}
