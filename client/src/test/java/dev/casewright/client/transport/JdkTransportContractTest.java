package dev.casewright.client.transport;

import dev.casewright.client.time.Ticker;
import feign.Client;
import java.util.Optional;

/** Our own transport. */
class JdkTransportContractTest extends TransportContract {
  @Override
  Client transport() {
    return new JdkTransport(
        new TransportSettings(Timeouts.defaults(), Optional.empty(), Ticker.system()));
  }

  @Override
  void end(Client used) {
    ((JdkTransport) used).close();
  }
}
