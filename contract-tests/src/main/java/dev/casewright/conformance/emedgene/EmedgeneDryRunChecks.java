package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.openapi.Effect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dry run checks a payload and makes nothing; what it finds wrong, a real run refuses too. */
@Checks
class EmedgeneDryRunChecks {

  private static final String VALID = "dev.casewright.conformance.emedgene.EmedgenePayload#valid";
  private static final String WITHOUT_PROBAND =
      "dev.casewright.conformance.emedgene.EmedgenePayload#withoutProband";
  private static final String ADDRESS = "/api/cases/v2/cases";
  private static final String KNOWN = "phenotypes/EMG_PHENOTYPE_0001250";
  private static final String UNKNOWN = "phenotypes/EMG_PHENOTYPE_9999998";
  private static final String ALSO_UNKNOWN = "phenotypes/EMG_PHENOTYPE_9999999";

  private EmedgeneTarget target;
  private EmedgeneCases cases;

  @BeforeEach
  void begin(EmedgeneTarget target) {
    this.target = target;
    this.cases = new EmedgeneCases(target);
  }

  @ParameterizedTest
  @MethodSource(VALID)
  @Verifies("EMG-CASE-10")
  void dryRunOfAValidPayloadIsAnsweredWith200(ObjectNode payload) {
    assertThat(dryRun(payload).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource(VALID)
  @Verifies("EMG-CASE-11")
  void dryRunCreatesNoCase(ObjectNode payload) {
    List<String> before = cases.names();

    Answer answer = dryRun(payload);

    assertThat(cases.names()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(EmedgeneAnswers.caseNameIn(EmedgeneAnswers.jsonOf(answer)))
        .as("name of a new case")
        .matches(name -> name.flatMap(cases::find).isEmpty() || before.contains(name.get()));
  }

  @ParameterizedTest
  @MethodSource(WITHOUT_PROBAND)
  @Verifies(value = "EMG-CASE-12", effect = Effect.CREATE, probe = Probe.INVALID_VALUES)
  void dryRunWithoutAProbandDoesNotSucceed(ObjectNode payload) {
    assertThat(dryRun(payload)).matches(EmedgeneAnswers::isError);
  }

  @ParameterizedTest
  @MethodSource("payloadsWithUnknownPhenotypes")
  @Verifies(value = "EMG-CASE-14", effect = Effect.CREATE, probe = Probe.UNKNOWN_THINGS)
  void dryRunWithAnUnknownPhenotypeDoesNotSucceed(ObjectNode payload) {
    assertThat(dryRun(payload)).matches(EmedgeneAnswers::isError);
  }

  @Test
  @Verifies(value = "EMG-CASE-15", effect = Effect.CREATE, probe = Probe.UNKNOWN_THINGS)
  void refusalListsTheUnknownPhenotypesByTheServersIds() {
    ObjectNode payload = withPhenotypes("HP:9999998", ALSO_UNKNOWN);

    assertThat(dryRun(payload).text()).contains(UNKNOWN, ALSO_UNKNOWN);
  }

  @Test
  @Verifies(value = "EMG-CASE-15", effect = Effect.CREATE, probe = Probe.UNKNOWN_THINGS)
  void refusalListsNoPhenotypeThatIsKnown() {
    assumeTrue(
        EmedgeneAnswers.isSuccess(dryRun(withPhenotypes(KNOWN))), "The phenotype is not known.");

    assertThat(dryRun(withPhenotypes(KNOWN, UNKNOWN)).text())
        .contains(UNKNOWN)
        .doesNotContain(KNOWN);
  }

  @ParameterizedTest
  @MethodSource("payloadsWithUnknownPhenotypes")
  @Verifies(value = "EMG-CASE-16", effect = Effect.CREATE, probe = Probe.UNKNOWN_THINGS)
  void refusalOfAnUnknownPhenotypeIs400(ObjectNode payload) {
    assertThat(dryRun(payload).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("payloadsWithUnknownPhenotypes")
  @Verifies(value = "EMG-CASE-17", effect = Effect.CREATE, probe = Probe.UNKNOWN_THINGS)
  void realRunRefusesAnUnknownPhenotypeToo(ObjectNode payload) {
    List<String> before = cases.names();

    assertThat(target.post(ADDRESS, payload.toString())).matches(EmedgeneAnswers::isError);
    assertThat(target.post(ADDRESS + "?dry_run=false", payload.toString()))
        .matches(EmedgeneAnswers::isError);
    assertThat(cases.names()).containsExactlyInAnyOrderElementsOf(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "1", "yes", "truefalse"})
  @Verifies(value = "EMG-CASE-29", effect = Effect.CREATE, probe = Probe.INVALID_VALUES)
  void dryRunThatIsNeitherTrueNorFalseIsRefusedWith400(String value) {
    List<String> before = cases.names();

    Answer answer =
        target.post(ADDRESS + "?dry_run=" + value, EmedgenePayload.waiting().toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(cases.names()).containsExactlyInAnyOrderElementsOf(before);
  }

  private Answer dryRun(ObjectNode payload) {
    return target.post(ADDRESS + "?dry_run=true", payload.toString());
  }

  private static ObjectNode withPhenotypes(String... ids) {
    ObjectNode payload = EmedgenePayload.waiting();
    for (String id : ids) {
      payload = EmedgenePayload.withPhenotype(payload, EmedgenePayload.phenotypeById(id));
    }
    return payload;
  }

  static Stream<Named<ObjectNode>> payloadsWithUnknownPhenotypes() {
    ObjectNode ofTheMother = EmedgenePayload.family();
    EmedgenePayload.patients(ofTheMother)
        .withObject("/mother")
        .withArray("phenotypes")
        .add(EmedgenePayload.phenotypeById(UNKNOWN));
    return Stream.of(
        Named.of("by the server's id", withPhenotypes(UNKNOWN)),
        Named.of("by the HPO id", withPhenotypes("HP:9999998")),
        Named.of("beside a known one", withPhenotypes(KNOWN, UNKNOWN)),
        Named.of("of the mother", ofTheMother));
  }
}
