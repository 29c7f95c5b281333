import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.junit.CasewrightMock;
import dev.casewright.mockserver.junit.MockAccess;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The final PDF of a report is there as soon as the report is approved. */
@CasewrightMock
class ApprovedReportTest {

  @Test
  void theFinalPdfIsThereAsSoonAsTheReportIsApproved(MockAccess mock, MockSpace space)
      throws Exception {
    long report = space.reportIds("READY TO REVIEW").get(0);

    assertEquals(422, finalPdf(mock, report).statusCode());
    space.setReportStatus(report, "APPROVED");
    assertEquals(200, finalPdf(mock, report).statusCode());
  }

  /** Put your own program here. */
  private static HttpResponse<byte[]> finalPdf(MockAccess mock, long report) throws Exception {
    String loginAndPassword = mock.opalLogin() + ":" + mock.password();
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
