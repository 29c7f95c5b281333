package dev.casewright.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfirmationLedgerTest {

  private static final LocalDate EARLY = LocalDate.of(2031, 3, 4);
  private static final LocalDate LATE = LocalDate.of(2031, 5, 6);
  private static final String SUITE = "0123456789abcdef";

  private static ConfirmationLedger empty() {
    return ConfirmationLedger.parse(Api.OPAL, "{api: opal, confirmed: []}");
  }

  private static Confirmation on(LocalDate day) {
    return new Confirmation("OPAL-PDF-02", day, SUITE);
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void theShippedLedgerNamesOnlyRequirementsOfTheRegister(Api api) {
    RequirementRegister register = RequirementRegister.of(api);

    assertThat(ConfirmationLedger.of(api).confirmations())
        .allMatch(each -> register.find(each.requirement()).isPresent());
  }

  @Test
  void whatDoesNotStandInTheLedgerWasNeverConfirmed() {
    assertThat(empty().lastConfirmed("OPAL-PDF-02")).isEmpty();
  }

  @Test
  void theLaterDayStaysWhicheverComesFirst() {
    assertThat(empty().with(List.of(on(LATE))).with(List.of(on(EARLY))).days())
        .containsEntry("OPAL-PDF-02", LATE);
    assertThat(empty().with(List.of(on(EARLY))).with(List.of(on(LATE))).days())
        .containsEntry("OPAL-PDF-02", LATE);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    ConfirmationLedger ledger = empty().with(List.of(on(EARLY)));

    assertThat(ConfirmationLedger.parse(Api.OPAL, ledger.yaml()).confirmations())
        .containsExactly(on(EARLY));
  }

  @Test
  void aRequirementOfTheOtherApiIsRefused() {
    assertThatThrownBy(() -> empty().with(List.of(new Confirmation("EMG-AUTH-01", EARLY, SUITE))))
        .hasMessage("EMG-AUTH-01 is no requirement of opal.");
  }

  @Test
  void anythingButADigestIsRefused() {
    assertThatThrownBy(() -> new Confirmation("OPAL-PDF-02", EARLY, "st-elsewhere.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OPAL-PDF-02")
        .hasMessageNotContaining("elsewhere");
  }

  @Test
  void aDayThatIsNoneIsRefusedWithItsRequirement() {
    assertThatThrownBy(
            () ->
                ConfirmationLedger.parse(
                    Api.OPAL,
                    "{api: opal, confirmed: [{requirement: OPAL-PDF-02, day: 4.3.2031, suite: "
                        + SUITE
                        + "}]}"))
        .hasMessageContaining("The day of OPAL-PDF-02");
  }
}
