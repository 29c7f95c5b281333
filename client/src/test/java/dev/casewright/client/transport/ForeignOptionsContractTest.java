package dev.casewright.client.transport;

import dev.casewright.client.time.Ticker;
import feign.Client;
import feign.Request;
import java.time.Duration;
import java.util.Optional;

/** Our own transport behind a decorator of a user's, which makes options of its own. */
class ForeignOptionsContractTest extends TransportContract {
  private JdkTransport own;

  @Override
  Client transport() {
    own =
        new JdkTransport(Timeouts.defaults(), Optional.empty(), Ticker.system(), Optional.empty());
    return (request, options) ->
        own.execute(
            request,
            new Request.Options(
                Duration.ofMillis(options.connectTimeoutMillis()),
                Duration.ofMillis(options.readTimeoutMillis()),
                true));
  }

  @Override
  void end(Client used) {
    own.close();
  }
}
