package dev.casewright.contracttests.provider;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.contracttests.mock.MockChannels;
import dev.casewright.contracttests.mock.MockServerExtension;
import dev.casewright.mockserver.MockServer;
import java.util.Map;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mock server gives what our Emedgene client needs, over TLS. */
@Provider("emedgene")
@PactFolder("target/pacts")
@ExtendWith(MockServerExtension.class)
class EmedgeneProviderTest {

  private static final String SPACE = "default";

  private MockServer server;

  @BeforeEach
  void start(PactVerificationContext context, MockServer mock) {
    server = mock;
    server.space(SPACE).reset();
    context.setTarget(Providers.https(server.emedgeneUrl(), server.sslContext()));
  }

  @State("a case with a status")
  void caseWithAStatus(Map<String, Object> parameters) {
    server
        .space(SPACE)
        .setCaseStatus((String) parameters.get("name"), (String) parameters.get("status"));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void givesWhatTheClientNeeds(PactVerificationContext context, HttpRequest request) {
    Providers.replaceToken(request, this::validToken);
    context.verifyInteraction();
  }

  private String validToken() {
    Channel http = MockChannels.of(server.emedgeneUrl(), server.sslContext());
    return new EmedgeneTarget(http, http, "demo@lab.example", "demo-password").token();
  }
}
