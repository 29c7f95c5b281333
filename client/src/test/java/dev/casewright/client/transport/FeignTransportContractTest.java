package dev.casewright.client.transport;

import feign.Client;
import feign.DefaultClient;

/** The transport that Feign brings along, as a stand-in for one of a user's own. */
class FeignTransportContractTest extends TransportContract {
  @Override
  Client transport() {
    return new DefaultClient(null, null);
  }

  /** The JDK's older client reads on for some seconds, in the hope of using the connection again. */
  @Override
  boolean endsConnectionsAtOnce() {
    return false;
  }
}
