package dev.casewright.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

  private final PathTemplate template = new PathTemplate("/reports/{id}/pdf_report");

  @Test
  void givesTheDecodedValuesOfItsVariables() {
    assertThat(template.match("/reports/a%2Fb+c/pdf_report")).contains(Map.of("id", "a/b+c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reports//pdf_report",
        "/reports/1/2/pdf_report",
        "/reports/1/pdf_reports",
        "/reports/%zz/pdf_report",
        "/REPORTS/1/pdf_report",
        "reports",
        "",
        "/"
      })
  void refusesAPathThatDoesNotFit(String path) {
    assertThat(template.match(path)).isEmpty();
  }
}
