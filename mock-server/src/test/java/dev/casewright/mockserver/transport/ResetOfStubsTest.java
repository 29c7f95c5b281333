package dev.casewright.mockserver.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.casewright.mockserver.mapping.MappingFiles;
import dev.casewright.mockserver.schedule.ManualScheduler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** WireMock, when it is reset, removes all stubs before it says so. */
@Timeout(30)
class ResetOfStubsTest {

  private static final Door REPORTS = new Door("reports", "GET", "/reports", 10);

  private final DoorStubs doors = new DoorStubs(List.of(REPORTS), MappingFiles.none());
  private final Courier courier = new Courier(new ManualScheduler());
  private final CompletableFuture<UserStubs> stubs = new CompletableFuture<>();
  private final WhileResetting whileResetting = new WhileResetting();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
  private final WireMockServer wireMock =
      new WireMockServer(
          wireMockConfig()
              .httpDisabled(true)
              .httpServerFactory(
                  (options, admin, handler) -> {
                    stubs.complete(new UserStubs(doors, admin, handler, courier));
                    return new NoServer();
                  })
              .mappingSource(doors)
              .disableRequestJournal()
              .notifier(new SilentNotifier())
              .extensions(whileResetting, doors));

  @BeforeEach
  void open() throws Exception {
    server.setHandler(new StubsThenContracts());
    server.start();
  }

  @AfterEach
  void close() throws Exception {
    server.stop();
  }

  @Test
  void theContractsAnswerWhileThereIsNoStubAtAll() {
    wireMock.stubFor(get("/own").willReturn(noContent()));
    assertThat(ask("/own")).isEqualTo("204 ");

    wireMock.resetMappings();

    assertThat(whileResetting.stubsThere).isEmpty();
    assertThat(whileResetting.answers).containsExactly("200 by the contracts");
  }

  private String ask(String path) {
    URI address = server.getURI().resolve(path);
    return client
        .sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(answer -> answer.statusCode() + " " + answer.body())
        .join();
  }

  /** WireMock tells it before the doors, which are put back when they are told. */
  private final class WhileResetting implements StubLifecycleListener {

    private final List<String> answers = new ArrayList<>();
    private List<StubMapping> stubsThere = List.of();

    @Override
    public String getName() {
      return "while-resetting";
    }

    @Override
    public void afterStubsReset() {
      stubsThere = wireMock.getStubMappings();
      answers.add(ask("/reports"));
    }
  }

  private final class StubsThenContracts extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      return stubs
          .join()
          .answer(
              new Arrival(request, response, callback),
              new byte[0],
              () -> Content.Sink.write(response, true, "by the contracts", callback));
    }
  }

  private static final class NoServer implements HttpServer {

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return true;
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public int httpsPort() {
      return 0;
    }
  }
}
