package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.core.FaultInjector;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The faults that stubs of WireMock can have, on the connection of one request. */
final class StubFaults implements FaultInjector {

  private static final byte[] GARBAGE = "not what was meant".getBytes(StandardCharsets.US_ASCII);

  private final Arrival arrival;

  StubFaults(Arrival arrival) {
    this.arrival = arrival;
  }

  @Override
  public void connectionResetByPeer() {
    if (arrival.endPoint().getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
      } catch (IOException closedAlready) {
        // Closed is what it should be.
      }
    }
    arrival.drop();
  }

  @Override
  public void emptyResponseAndCloseConnection() {
    arrival.drop();
  }

  @Override
  public void malformedResponseChunk() {
    arrival.response().setStatus(200);
    arrival
        .response()
        .write(
            false,
            BufferUtil.EMPTY_BUFFER,
            Callback.from(this::randomDataAndCloseConnection, clientLeft -> arrival.drop()));
  }

  @Override
  public void randomDataAndCloseConnection() {
    arrival.endPoint().write(Callback.from(arrival::drop), ByteBuffer.wrap(GARBAGE));
  }
}
