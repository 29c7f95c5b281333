package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTakenTest {

  @Test
  void aTakenPortStopsTheStartAndNamesTheOptions() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> MockServer.builder().httpsPort(taken.getLocalPort()).start().close())
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("--port");
    }
  }
}
