package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTakenTest {

  @Test
  void aTakenPortStopsTheStartAndIsNamedWithItsOption() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();

      refused(MockServer.builder().httpsPort(port), port, "with --port;");
      refused(MockServer.builder().httpPort(port), port, "with --http-port;");
      refused(MockServer.builder().plainHttpPort(port), port, "with --plain-http-port;");
    }
  }

  private static void refused(MockServerBuilder settings, int port, String option) {
    assertThatThrownBy(() -> settings.start().close())
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining("port " + port + " of 127.0.0.1")
        .hasMessageContaining(option);
  }

  @Test
  void anAddressOfAnotherMachineIsNotTakenForAPort() {
    assertThatThrownBy(() -> MockServer.builder().bind("192.0.2.1").start().close())
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining("192.0.2.1: the address is not of this machine")
        .hasMessageContaining("--bind")
        .hasMessageNotContaining("--port");
  }

  @Test
  void theOtherPortsAreFreeAgainAfterOneWasTaken() throws IOException {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    int free;
    try (ServerSocket probe = new ServerSocket(0, 1, here)) {
      free = probe.getLocalPort();
    }
    try (ServerSocket taken = new ServerSocket(0, 1, here)) {
      refused(
          MockServer.builder().httpsPort(free).httpPort(taken.getLocalPort()),
          taken.getLocalPort(),
          "with --http-port;");
    }
    new ServerSocket(free, 1, here).close();
  }
}
