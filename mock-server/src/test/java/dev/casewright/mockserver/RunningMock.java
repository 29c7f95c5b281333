package dev.casewright.mockserver;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A mock server for the tests of a class, and a space of its own for each test. Classes that want
 * no settings of their own share one server.
 */
public final class RunningMock implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(RunningMock.class);

  private final Optional<UnaryOperator<MockServerBuilder>> settings;
  private MockServer server;
  private HttpClient client;
  private MockSpace space;

  /** The shared server. */
  public RunningMock() {
    this.settings = Optional.empty();
  }

  /** A server with settings of its own. */
  public RunningMock(UnaryOperator<MockServerBuilder> settings) {
    this.settings = Optional.of(settings);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        settings
            .map(own -> own.apply(MockServer.builder()).start())
            .orElseGet(() -> shared(context));
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(server.sslContext())
            .build();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    AtomicInteger spaces =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("spaces", key -> new AtomicInteger(), AtomicInteger.class);
    space = server.space("test-" + spaces.incrementAndGet());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (settings.isPresent()) {
      server.close();
    }
  }

  /** Closed by JUnit when all tests are done. */
  private static MockServer shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("server", key -> MockServer.start(), MockServer.class);
  }

  public MockServer server() {
    return server;
  }

  /** The space of the test that runs. */
  public MockSpace space() {
    return space;
  }

  /** A request to Opal with the key of the test's space. */
  public Answer opal(String pathAndQuery) {
    return send("GET", pathAndQuery, "", Map.of("Authorization", basic(space.credentials())));
  }

  /** A GET to Emedgene with a token of the test's space. */
  public Answer emedgene(String pathAndQuery) {
    return emedgene("GET", pathAndQuery, "");
  }

  /** A request to Emedgene with a token of the test's space. */
  public Answer emedgene(String method, String pathAndQuery, String body) {
    return send(
        method, pathAndQuery, body, Map.of("Authorization", "Bearer " + space.emedgeneToken()));
  }

  /** A case that was just created with a payload of one person. */
  public String createCase() {
    Answer created = emedgene("POST", "/api/cases/v2/cases", Payloads.onePerson());
    return created.json().path("name").asText();
  }

  public JsonNode caseDetail(String name) {
    return emedgene("/api/test/" + name).json();
  }

  public Answer send(String method, String pathAndQuery, String body, Map<String, String> headers) {
    return send(server.opalUrl(), method, pathAndQuery, body, headers);
  }

  public Answer send(
      URI base, String method, String pathAndQuery, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + pathAndQuery))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new AssertionError("No answer to " + method + " " + pathAndQuery, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  public static String basic(DemoCredentials credentials) {
    return basic(credentials.opalLogin(), credentials.password());
  }

  public static String basic(String login, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
