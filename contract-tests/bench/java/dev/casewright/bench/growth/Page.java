package dev.casewright.bench.growth;

import dev.casewright.mockserver.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

/** One request for a page of reports, over plain HTTP. */
final class Page {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpRequest request;

  Page(MockServer mock, String path) {
    String key = mock.credentials().opalLogin() + ":" + mock.credentials().password();
    URI base = mock.plainHttpUrl().orElseThrow();
    this.request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(key.getBytes()))
            .build();
  }

  void call() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("The page got " + answer.statusCode() + " instead of 200.");
    }
  }
}
