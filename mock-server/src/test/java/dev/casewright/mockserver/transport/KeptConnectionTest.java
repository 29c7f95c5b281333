package dev.casewright.mockserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Requests on one connection have nothing to do with each other. */
class KeptConnectionTest {

  @AutoClose private final MockServer server = MockServer.builder().deviate("EMG-AUTH-05").start();

  private final HttpClient client =
      HttpClient.newBuilder()
          .sslContext(server.sslContext())
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  @Test
  void headerIsNotTakenForOneInOtherLettersThatCameBefore() throws Exception {
    String token = token();

    assertThat(statusWith("Bearer " + token)).isEqualTo(200);
    assertThat(statusWith("bearer " + token)).isEqualTo(401);
  }

  private int statusWith(String authorization) throws Exception {
    return send(request("/api/test").header("Authorization", authorization).build()).statusCode();
  }

  private String token() throws Exception {
    DemoCredentials demo = server.credentials();
    String body =
        "{\"username\": \""
            + demo.emedgeneUsername()
            + "\", \"password\": \""
            + demo.password()
            + "\"}";
    HttpResponse<String> login =
        send(request("/api/auth/v2/api_login/").POST(BodyPublishers.ofString(body)).build());
    return new ObjectMapper().readTree(login.body()).path("access_token").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.emedgeneUrl() + path));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }
}
