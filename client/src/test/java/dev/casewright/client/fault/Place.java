package dev.casewright.client.fault;

import dev.casewright.client.fixture.FixtureServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Where a client takes its server to be. */
enum Place {
  /** Where it is. */
  SERVER {
    @Override
    URI of(FixtureServer server) {
      return server.url();
    }
  },
  /** At an https address, although the server does not speak TLS. */
  HTTPS {
    @Override
    URI of(FixtureServer server) {
      return URI.create(server.url().toString().replace("http:", "https:"));
    }
  },
  /** Where it is, although nobody knows its certificate. */
  UNKNOWN_CERTIFICATE {
    @Override
    URI of(FixtureServer server) {
      return server.url();
    }

    @Override
    boolean speaksTls() {
      return true;
    }
  },
  /** At a plain http address, although the server speaks TLS. */
  HTTP {
    @Override
    boolean speaksTls() {
      return true;
    }

    @Override
    URI of(FixtureServer server) {
      return URI.create(server.url().toString().replace("https:", "http:"));
    }
  },
  /** At a port where nobody listens. */
  NOBODY {
    @Override
    URI of(FixtureServer server) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return URI.create("http://localhost:" + free.getLocalPort());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  },
  /** Under a name that is too long for one, so that no name server is asked. */
  NOWHERE {
    @Override
    URI of(FixtureServer server) {
      return URI.create("https://" + ("x".repeat(60) + ".").repeat(5) + "invalid");
    }
  };

  abstract URI of(FixtureServer server);

  /** Whether the server speaks TLS. */
  boolean speaksTls() {
    return false;
  }
}
