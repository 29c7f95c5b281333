package dev.casewright.contracttests.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.casewright.contracttests.mock.MockServerExtension;
import dev.casewright.mockserver.MockServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mock server gives what our Opal client needs, over TLS. */
@Provider("opal")
@PactFolder("target/pacts")
@ExtendWith(MockServerExtension.class)
class OpalProviderTest {

  private static final String SPACE = "default";

  private MockServer server;

  @BeforeEach
  void start(PactVerificationContext context, MockServer mock) {
    server = mock;
    server.space(SPACE).reset();
    context.setTarget(Providers.https(server.opalUrl(), server.sslContext()));
  }

  @State("a report with a status")
  void reportWithAStatus(Map<String, Object> parameters) {
    server
        .space(SPACE)
        .setReportStatus(
            ((Number) parameters.get("id")).longValue(), (String) parameters.get("status"));
  }

  @State("a report of another workspace")
  void reportOfAnotherWorkspace(Map<String, Object> parameters) {
    assertThat(server.space("other").reportIds())
        .contains(((Number) parameters.get("id")).longValue());
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void givesWhatTheClientNeeds(PactVerificationContext context) {
    context.verifyInteraction();
  }
}
