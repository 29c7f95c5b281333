package dev.casewright.conformance.opal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.OpalTarget;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes with a PDF, final or preview: its file name and its media type. */
@Checks
class OpalPdfFileChecks {

  private static final String FILE_NAME = "filename=";

  private OpalTarget opal;
  private OpalReports reports;

  @BeforeEach
  void find(OpalTarget opal) {
    this.opal = opal;
    this.reports = OpalReports.of(opal);
  }

  @ParameterizedTest
  @EnumSource(names = ".*PDF.*", mode = EnumSource.Mode.MATCH_ALL)
  @Verifies("OPAL-FILE-01")
  void pdfHasAFileName(OpalOperation operation) {
    assertThat(disposition(operation)).contains(FILE_NAME);
  }

  @ParameterizedTest
  @EnumSource(names = ".*PDF.*", mode = EnumSource.Mode.MATCH_ALL)
  @Verifies("OPAL-FILE-02")
  void fileNameGoesToTheEndOfTheHeaderWithoutQuotes(OpalOperation operation) {
    String disposition = disposition(operation);

    assertThat(disposition).contains(FILE_NAME);
    assertThat(disposition.substring(disposition.lastIndexOf(FILE_NAME) + FILE_NAME.length()))
        .isNotBlank()
        .doesNotContain("\"", ";")
        .doesNotStartWith("'");
  }

  @ParameterizedTest
  @EnumSource(names = ".*PDF.*", mode = EnumSource.Mode.MATCH_ALL)
  @Verifies("OPAL-FILE-03")
  void mediaTypeIsThatOfAPdf(OpalOperation operation) {
    Answer answer = pdf(operation);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").toLowerCase(Locale.ROOT))
        .matches("application/pdf *(;.*)?");
  }

  private String disposition(OpalOperation operation) {
    return pdf(operation).header("Content-Disposition");
  }

  private Answer pdf(OpalOperation operation) {
    return opal.get(operation.path(reports));
  }
}
