package dev.casewright.client.transport;

import dev.casewright.client.time.Ticker;
import feign.Client;
import java.util.Optional;

/** Our own transport. */
class JdkTransportContractTest extends TransportContract {
  @Override
  Client transport() {
    return new JdkTransport(
        Timeouts.defaults(), Optional.empty(), Ticker.system(), Optional.empty());
  }

  @Override
  void end(Client used) {
    ((JdkTransport) used).close();
  }
}
