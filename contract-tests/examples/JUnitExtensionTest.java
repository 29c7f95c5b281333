import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.casewright.client.download.Download;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.fault.Fault;
import dev.casewright.mockserver.junit.CasewrightMock;
import dev.casewright.mockserver.junit.CasewrightMockExtension;
import dev.casewright.mockserver.junit.MockAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests with the JUnit extension of the mock server, and with the clients. */
class JUnitExtensionTest {

  @TempDir Path folder;

  // region annotation
  @Nested
  @CasewrightMock(progress = "at-once", failOnFindings = true)
  class WithTheClients {

    @Test
    void opalDownloadsAReport(MockAccess mock, MockSpace space) {
      try (OpalClient opal = opal(mock)) {
        long report = space.reportIds("APPROVED").get(0);
        space.faults().arm(Fault.rateLimitedSeconds(Duration.ofSeconds(1)).times(1));
        Download pdf = opal.downloadFinalPdf(report, folder); // heeds Retry-After
        assertTrue(pdf.size() > 0);
      }
    }

    @Test
    void emedgeneFinalizesACase(MockAccess mock, MockSpace space) {
      try (EmedgeneClient emedgene = emedgene(mock)) {
        String name = space.caseNames("delivered").get(0);
        emedgene.updateStatus(name, CaseStatus.FINALIZED);
        assertEquals(CaseStatus.FINALIZED, emedgene.getCaseInfo(name).status());
      }
    }
  }

  // endregion

  // region clients
  static OpalClient opal(MockAccess mock) {
    return OpalClient.builder()
        .baseUrl(mock.opalUrl())
        .sslContext(mock.sslContext())
        .credentials(mock.opalLogin(), mock.password())
        .build();
  }

  static EmedgeneClient emedgene(MockAccess mock) {
    return EmedgeneClient.builder()
        .baseUrl(mock.emedgeneUrl())
        .sslContext(mock.sslContext())
        .credentials(mock.emedgeneUsername(), mock.password())
        .build();
  }

  // endregion

  @Nested
  class WithSettingsOfItsOwn {

    // region extension
    @RegisterExtension
    static final CasewrightMockExtension MOCK =
        CasewrightMockExtension.builder()
            .server(
                MockServer.builder()
                    .clock(Clock.fixed(Instant.parse("2031-03-04T09:15:00Z"), ZoneOffset.UTC)))
            .failOnFindings(true)
            .build();

    // endregion

    @Test
    void goesByTheClock(MockSpace space) {
      assertEquals(Instant.parse("2031-03-04T09:15:00Z"), space.clock().now());
    }
  }
}
