package dev.casewright.contracttests.provider;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import dev.casewright.contracttests.mock.MockServerExtension;
import dev.casewright.mockserver.MockServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The listener without TLS answers a client as its pact says: with a redirect. */
@ExtendWith(MockServerExtension.class)
abstract class PlainHttpProvider {

  @BeforeEach
  void start(PactVerificationContext context, MockServer mock) {
    context.setTarget(Providers.http(mock.httpUrl()));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void givesWhatTheClientNeeds(PactVerificationContext context) {
    context.verifyInteraction();
  }
}
