import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The final PDF of a report is there as soon as the report is approved. */
class ApprovedReportTest {

  private static MockServer mock;

  @BeforeAll
  static void start() {
    mock = MockServer.start();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @Test
  void theFinalPdfIsThereAsSoonAsTheReportIsApproved() throws Exception {
    MockSpace space = mock.space("approved-report"); // a state of its own for this test
    long report = space.reportIds("READY TO REVIEW").get(0);

    assertEquals(422, finalPdf(space, report).statusCode());
    space.setReportStatus(report, "APPROVED");
    assertEquals(200, finalPdf(space, report).statusCode());
  }

  /** Put your own program here, with {@code mock.opalUrl()} as its base URL. */
  private static HttpResponse<byte[]> finalPdf(MockSpace space, long report) throws Exception {
    DemoCredentials key = space.credentials();
    String loginAndPassword = key.opalLogin() + ":" + key.password();
    HttpRequest request =
        HttpRequest.newBuilder(mock.opalUrl().resolve("/reports/" + report + "/pdf_report"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(loginAndPassword.getBytes()))
            .build();
    return HttpClient.newBuilder()
        .sslContext(mock.sslContext())
        .build()
        .send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
