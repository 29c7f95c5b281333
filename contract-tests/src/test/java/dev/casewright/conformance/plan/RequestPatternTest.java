package dev.casewright.conformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.run.Exchange;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPatternTest {

  private final RequestPattern pattern = new RequestPattern();

  @ParameterizedTest
  @CsvSource({
    "OPAL, /reports/940454005001, /reports/{id}",
    "OPAL, /reports/940454005001/, /reports/{id}/",
    "OPAL, /reports/abc, /reports/abc",
    "OPAL, /reports/-1, /reports/-1",
    "OPAL, /reports/940454005001x/pdf_report, /reports/{number}x/pdf_report",
    "OPAL, /reports?limit=10&offset=3, /reports?limit=10&offset=3",
    "OPAL, /reports?report_status=READY%20TO%20REVIEW, "
        + "/reports?report_status=READY%20TO%20REVIEW",
    "OPAL, /reports?accession_id=canary, /reports?accession_id={accession_id}",
    "OPAL, /reports?accession_id=, /reports?accession_id=",
    "OPAL, /no/such/940454005001, /no/such/{number}",
    "EMEDGENE, /api/test/EMG940454005, /api/test/{case_name}",
    "EMEDGENE, /api/no/EMG940454005, /api/no/{case}",
    "EMEDGENE, /api/sample/?query=canary, /api/sample/?query={query}",
  })
  void whatVariesFromTargetToTargetGetsTheNameOfItsParameter(Api api, String sent, String shown) {
    assertThat(of(api, sent, Map.of()).target()).isEqualTo(shown);
  }

  @Test
  void ofCredentialsOnlyTheSchemeIsShown() {
    PlannedRequest request =
        of(
            Api.EMEDGENE,
            "/api/test",
            Map.of("Authorization", "Bearer canary", "Emgauthorization", "canary", "X-A", "b"));

    assertThat(request.headers())
        .isEqualTo(List.of("Authorization: Bearer {credentials}", "Emgauthorization", "X-A"));
    assertThat(request.withoutCredentials().headers()).containsExactly("X-A");
  }

  private PlannedRequest of(Api api, String target, Map<String, String> headers) {
    Message message = new Message("GET", target, headers, Optional.empty());
    return pattern.of(new Exchange(api, false, message, Optional.empty(), ""));
  }
}
