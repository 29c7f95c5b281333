package laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.junit.CasewrightMockExtension;
import dev.casewright.mockserver.junit.SpacePer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LaboratoryTest {

  // region spring
  @RegisterExtension
  static final CasewrightMockExtension MOCK =
      CasewrightMockExtension.builder().spacePer(SpacePer.CLASS).build();

  @DynamicPropertySource
  static void opal(DynamicPropertyRegistry registry) {
    registry.add("opal.url", () -> MOCK.access().opalUrl());
    registry.add("opal.login", () -> MOCK.access().opalLogin());
    registry.add("opal.password", () -> MOCK.access().password());
    registry.add(
        "spring.ssl.bundle.pem.opal.truststore.certificate",
        () -> MOCK.access().caCertificatePem());
  }

  // endregion

  @Autowired private Reports reports;

  @RepeatedTest(2)
  void theFinalPdfIsThereOnceTheReportIsApproved(MockSpace space) {
    long report = space.reportIds("READY TO REVIEW").get(0);

    assertThatThrownBy(() -> reports.finalPdf(report)).hasMessageStartingWith("422");
    space.setReportStatus(report, "APPROVED");
    assertThat(reports.finalPdf(report)).startsWith('%', 'P', 'D', 'F');
  }
}
