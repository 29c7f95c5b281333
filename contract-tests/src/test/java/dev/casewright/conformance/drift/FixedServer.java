package dev.casewright.conformance.drift;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A server of the test's own, which gives one answer to everything. */
final class FixedServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private volatile int status = 200;
  private volatile String body = "{}";

  FixedServer() throws IOException {
    headers.put("Content-Type", "application/json");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          headers.forEach(exchange.getResponseHeaders()::set);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  FixedServer answers(int status, String body) {
    this.status = status;
    this.body = body;
    return this;
  }

  FixedServer with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
