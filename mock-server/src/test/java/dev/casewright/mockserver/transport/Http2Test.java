package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import dev.casewright.mockserver.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients choose HTTP/2 over TLS, and find the same server. */
class Http2Test {

  @RegisterExtension
  private static final RunningMock MOCK =
      new RunningMock(
          settings -> settings.limits(Limits.defaults().with(Limit.BODY_BYTES, 10_000)));

  @Test
  void aClientThatSpeaksBothGetsHttp2() throws Exception {
    HttpResponse<String> answer = send(report());

    assertThat(answer.version()).isEqualTo(Version.HTTP_2);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aClientThatSpeaksHttp1OnlyIsAnsweredInIt() throws Exception {
    HttpResponse<String> answer = client(Version.HTTP_1_1).send(report(), BodyHandlers.ofString());

    assertThat(answer.version()).isEqualTo(Version.HTTP_1_1);
  }

  @ParameterizedTest
  @CsvSource({"http/1.1, http/1.1", "h2, h2", "'h2,http/1.1', h2", "'http/1.1,h2', h2"})
  void oneOfTheProtocolsThatAClientOffersIsChosen(String offered, String chosen) throws Exception {
    try (SSLSocket socket =
        (SSLSocket)
            MOCK.server()
                .sslContext()
                .getSocketFactory()
                .createSocket("localhost", MOCK.server().opalUrl().getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(offered.split(","));
      socket.setSSLParameters(parameters);
      socket.startHandshake();

      assertThat(socket.getApplicationProtocol()).isEqualTo(chosen);
    }
  }

  @Test
  void manyRequestsGoOverOneConnectionAtOnce() {
    HttpClient client = client(Version.HTTP_2);
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 50)
            .mapToObj(number -> client.sendAsync(report(), BodyHandlers.ofString()))
            .toList();

    assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(200);
  }

  @Test
  void aBodyIsReadWhole() throws Exception {
    assertThat(send(newCase(Payloads.onePerson())).statusCode()).isEqualTo(201);
  }

  @Test
  void aBodyWithoutALengthIsReadWhole() throws Exception {
    InputStream body =
        new ByteArrayInputStream(Payloads.onePerson().getBytes(StandardCharsets.UTF_8));
    HttpRequest request = toEmedgene().POST(BodyPublishers.ofInputStream(() -> body)).build();

    assertThat(send(request).statusCode()).isEqualTo(201);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    HttpResponse<String> answer = send(newCase(" ".repeat(20_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("--max-body-bytes");
  }

  @Test
  void aDroppedConnectionFailsItsRequest() {
    MOCK.space().faults().arm(Fault.connectionDroppedBefore().on("createCase"));

    assertThatThrownBy(() -> send(newCase(Payloads.onePerson()))).isInstanceOf(IOException.class);
  }

  @Test
  void aStalledBodyEndsWithItsTime() {
    MOCK.space().faults().arm(Fault.stalledBody(Duration.ofMillis(200)).on("getOneReport"));

    assertThatThrownBy(() -> send(report())).isInstanceOf(IOException.class);
  }

  @Test
  void theServerGoesOnAfterADroppedConnection() throws Exception {
    MOCK.space().faults().arm(Fault.connectionDroppedBefore().on("createCase").times(1));
    HttpClient client = client(Version.HTTP_2);
    assertThatThrownBy(() -> client.send(newCase(Payloads.onePerson()), BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);

    assertThat(client.send(report(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @Test
  void theAdminApiAnswersOverIt() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(MOCK.server().opalUrl().resolve("/__mock/api")).build();

    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  private static HttpRequest report() {
    long id = MOCK.space().reportIds("APPROVED").get(0);
    return HttpRequest.newBuilder(uri("/reports/" + id))
        .header("Authorization", RunningMock.basic(MOCK.space().credentials()))
        .build();
  }

  private static HttpRequest newCase(String body) {
    return toEmedgene().POST(BodyPublishers.ofString(body)).build();
  }

  private static HttpRequest.Builder toEmedgene() {
    return HttpRequest.newBuilder(uri("/api/cases/v2/cases"))
        .header("Authorization", "Bearer " + MOCK.space().emedgeneToken());
  }

  private static URI uri(String path) {
    return MOCK.server().opalUrl().resolve(path);
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return client(Version.HTTP_2).send(request, BodyHandlers.ofString());
  }

  private static HttpClient client(Version version) {
    return HttpClient.newBuilder().version(version).sslContext(MOCK.server().sslContext()).build();
  }
}
