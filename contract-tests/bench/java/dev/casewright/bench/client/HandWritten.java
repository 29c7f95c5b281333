package dev.casewright.bench.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * What a careful programmer writes in an afternoon: the JDK's client and Jackson, with a time limit
 * for the head of an answer, no redirects, and a look at status, content type, length and required
 * fields. It does not repeat, limit sizes or the time of a body, count, log, tell what came of a
 * write, note what the contract does not know, or refuse keys that come twice and bytes that are
 * not UTF-8.
 */
final class HandWritten implements Subject {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(LIMIT)
          .build();
  private final URI base;
  private final String authorization;
  private final ObjectReader reports;
  private final ObjectReader pages;

  HandWritten(URI base) {
    this.base = base;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((LOGIN + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    ObjectMapper json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    this.reports = json.readerFor(PlainReport.class);
    this.pages = json.readerFor(PlainReport.Page.class);
  }

  @Override
  public Object report() throws IOException, InterruptedException {
    return reports.readValue(json("/reports/" + REPORT));
  }

  @Override
  public Object page() throws IOException, InterruptedException {
    PlainReport.Page page = pages.readValue(json("/reports?limit=" + ROWS + "&offset=0"));
    if (page.objects().size() != ROWS) {
      throw new IOException("The page has " + page.objects().size() + " reports.");
    }
    return page;
  }

  @Override
  public long pdf() throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(
            request("/reports/" + REPORT + "/pdf_report", "application/pdf"),
            HttpResponse.BodyHandlers.ofInputStream());
    check(answer, "application/pdf");
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    long read = 0;
    try (InputStream body = new DigestInputStream(answer.body(), sha256())) {
      byte[] buffer = new byte[16 * 1024];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        read += count;
      }
    }
    if (read != length) {
      throw new IOException("The PDF has " + read + " bytes instead of " + length + ".");
    }
    return read;
  }

  private byte[] json(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(request(path, "application/json"), HttpResponse.BodyHandlers.ofByteArray());
    check(answer, "application/json");
    return answer.body();
  }

  private HttpRequest request(String path, String accepted) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(LIMIT)
        .header("Authorization", authorization)
        .header("Accept", accepted)
        .header("User-Agent", "hand-written/1.0")
        .build();
  }

  private static void check(HttpResponse<?> answer, String type) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("The status is " + answer.statusCode() + " instead of 200.");
    }
    if (!answer.headers().firstValue("Content-Type").orElse("").startsWith(type)) {
      throw new IOException("The answer is not " + type + ".");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
