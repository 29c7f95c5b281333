package dev.casewright.mockserver.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Trace;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Confirmation;
import dev.casewright.openapi.ConfirmationLedger;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer is confirmed from the day on which all that it rests on was. */
class GroundsFinderTest {

  private static final LocalDate EARLY = LocalDate.of(2031, 3, 4);
  private static final LocalDate LATE = LocalDate.of(2031, 5, 6);

  private static final GroundsFinder FINDER =
      new GroundsFinder(
          Map.of(Api.OPAL, Contract.of(Api.OPAL)),
          Map.of(Api.OPAL, RequirementRegister.of(Api.OPAL)),
          Map.of(
              Api.OPAL,
              ConfirmationLedger.parse(Api.OPAL, "{api: opal, confirmed: []}")
                  .with(
                      List.of(
                          new Confirmation("OPAL-PDF-02", LATE, "0123456789abcdef"),
                          new Confirmation("OPAL-PDF-03", EARLY, "0123456789abcdef")))));

  private static Grounds grounds(String... requirements) {
    Trace trace = new Trace();
    trace.follows(requirements);
    return FINDER.find(
        ExplanationTest.exchange(),
        MockAnswer.json(422, JsonNodeFactory.instance.objectNode()).withTrace(trace));
  }

  @Test
  void theEarliestDayCounts() {
    assertThat(grounds("OPAL-PDF-02", "OPAL-PDF-03").confirmed()).contains(EARLY);
  }

  @Test
  void oneRequirementThatNeverWasConfirmedIsEnoughForNever() {
    assertThat(grounds("OPAL-PDF-02", "OPAL-PDF-01").confirmed()).isEmpty();
  }

  @Test
  void anAnswerThatRestsOnNoRequirementWasNeverConfirmed() {
    assertThat(grounds().confirmed()).isEmpty();
  }
}
