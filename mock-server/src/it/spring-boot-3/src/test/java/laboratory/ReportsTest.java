package laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.junit.CasewrightMock;
import dev.casewright.mockserver.junit.MockAccess;
import org.junit.jupiter.api.Test;

/** Without an application context. */
@CasewrightMock
class ReportsTest {

  @Test
  void anApprovedReportHasAFinalPdf(MockAccess mock, MockSpace space) {
    Reports reports =
        new Reports(mock.opalUrl(), mock.opalLogin(), mock.password(), mock.sslContext());

    long report = space.reportIds("APPROVED").get(0);
    assertThat(reports.finalPdf(report)).startsWith('%', 'P', 'D', 'F');
  }
}
