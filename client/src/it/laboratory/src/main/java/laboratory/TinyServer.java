package laboratory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers a handful of requests of both APIs. */
final class TinyServer implements AutoCloseable {
  private static final String REPORT =
      """
      {"id": %d, "workspace_id": 7, "created_by": 31, "created_on": "2031-03-01T09:15:00",
       "status": "APPROVED", "test_type": "panel", "accession_id": "%s", "version": 1,
       "patient_dict": {"first_name": "Synthetic", "dob_year": 2031}, "of_tomorrow": [1, null]}""";

  private static final String LIST =
      "{\"objects\": [%s, %s]}".formatted(REPORT.formatted(1, "CW"), REPORT.formatted(2, "CW-2"));

  private static final Map<String, String> JSON =
      Map.of(
          "GET /reports/1", REPORT.formatted(1, "CW-1"),
          "POST /api/auth/v2/api_login/",
              "{\"access_token\": \"token-1\", \"token_type\": \"Bearer\"}",
          "POST /api/cases/v2/cases", "{\"name\": \"EMG000000001\", \"Status\": \"uploading\"}",
          "GET /api/test/EMG000000001/info",
              "{\"name\": \"EMG000000001\", \"status\": \"status_of_tomorrow\"}");

  private final List<String> userAgents = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  TinyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<String> userAgents() {
    return userAgents;
  }

  private void answer(HttpExchange exchange) throws IOException {
    userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
    exchange.getRequestBody().readAllBytes();
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    if (request.equals("GET /reports/1/pdf_report")) {
      send(exchange, 200, "application/pdf", "%PDF-1.4\n%%EOF\n");
    } else if (request.equals("GET /reports/2/pdf_report")) {
      send(exchange, 422, "application/json", "{\"description\": \"The report is not approved\"}");
    } else if (request.startsWith("GET /reports?")) {
      boolean first = request.contains("offset=0&");
      send(exchange, 200, "application/json", first ? LIST : "{\"objects\": []}");
    } else if (JSON.containsKey(request)) {
      send(exchange, 200, "application/json", JSON.get(request));
    } else {
      send(exchange, 404, "application/json", "{}");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
