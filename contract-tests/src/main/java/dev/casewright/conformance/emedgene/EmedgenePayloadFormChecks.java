package dev.casewright.conformance.emedgene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.conformance.check.Checks;
import dev.casewright.conformance.check.Verifies;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.TargetControl;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms that fields of a payload are sent in. */
@Checks
class EmedgenePayloadFormChecks {

  private static final String SEIZURE = "0001250";

  private EmedgeneTarget target;
  private EmedgeneCases cases;
  private EmedgeneOwnCases own;

  @BeforeEach
  void begin(TargetControl control) {
    this.target = control.emedgene();
    this.cases = new EmedgeneCases(target);
    this.own = new EmedgeneOwnCases(control);
  }

  @Test
  @Verifies("EMG-CASE-20")
  void phenotypeMayBeGivenByTheServersId() {
    isUnderstood(EmedgenePayload.phenotypeById("phenotypes/EMG_PHENOTYPE_" + SEIZURE));
  }

  @Test
  @Verifies("EMG-CASE-21")
  void phenotypeMayBeGivenByItsHpoIdWithAnEmptyName() {
    isUnderstood(EmedgenePayload.phenotypeById("HP:" + SEIZURE));
  }

  @Test
  @Verifies("EMG-CASE-22")
  void phenotypeMayBeGivenByItsNameAlone() {
    isUnderstood(EmedgenePayload.phenotypeByName("Seizure"));
  }

  @Test
  @Verifies("EMG-CASE-23")
  void extraDataMayBeAnObjectOfTexts() {
    isAccepted(testData -> testData.putObject("extra_data").put("Batch", "one").put("Box", ""));
  }

  @Test
  @Verifies("EMG-CASE-24")
  void extraDataMayBeAnEmptyText() {
    isAccepted(testData -> testData.put("extra_data", ""));
  }

  @Test
  @Verifies("EMG-CASE-25")
  void storageIdMayBeATextOfDigits() {
    long storage = aStorage();
    Optional<JsonNode> byNumber = read(own.create(EmedgenePayload.withFile(storageId(storage))));
    Answer answer = own.create(EmedgenePayload.withFile(TextNode.valueOf("" + storage)));

    assertThat(answer).matches(EmedgeneAnswers::isSuccess);
    if (byNumber.isPresent()) {
      assertThat(read(answer).map(EmedgenePayloadFormChecks::storageIn))
          .isEqualTo(byNumber.map(EmedgenePayloadFormChecks::storageIn));
    }
  }

  @Test
  @Verifies("EMG-CASE-26")
  void knownSampleIsUsedAgainByIdAndNameAlone() {
    EmedgeneSamples.Known known = new EmedgeneSamples(target).any();
    ObjectNode payload = EmedgenePayload.waiting();
    EmedgenePayload.proband(payload)
        .put("fastq_sample", known.name())
        .put("pending_sample_name", "");
    EmedgenePayload.testData(payload)
        .put("sample_type", known.type())
        .putArray("samples")
        .addObject()
        .put("id", known.id())
        .put("fastq", known.name());

    Answer answer = own.create(payload);

    assertThat(answer).matches(EmedgeneAnswers::isSuccess);
    read(answer)
        .ifPresent(
            detail ->
                assertThat(detail.path("samples"))
                    .extracting(sample -> sample.path("id").asLong())
                    .containsExactly(known.id()));
  }

  @Test
  @Verifies("EMG-CASE-27")
  void presetGroupMayBeNull() {
    isAccepted(testData -> testData.putNull("selected_preset_set"));
  }

  @Test
  @Verifies("EMG-CASE-27")
  void presetGroupMayBeAnEmptyText() {
    isAccepted(testData -> testData.put("selected_preset_set", ""));
  }

  @Test
  @Verifies("EMG-CASE-28")
  void analysisTypeMayBeNull() {
    isAccepted(testData -> testData.putNull("analysis_type"));
  }

  private void isAccepted(Consumer<ObjectNode> change) {
    ObjectNode payload = EmedgenePayload.waiting();
    change.accept(EmedgenePayload.testData(payload));

    assertThat(own.create(payload)).matches(EmedgeneAnswers::isSuccess);
  }

  private void isUnderstood(ObjectNode phenotype) {
    Answer answer = own.create(EmedgenePayload.withPhenotype(EmedgenePayload.waiting(), phenotype));

    assertThat(answer).matches(EmedgeneAnswers::isSuccess);
    read(answer)
        .ifPresent(
            detail ->
                assertThat(detail.path("patients") + " " + detail.path("phenotypes"))
                    .contains(SEIZURE));
  }

  private Optional<JsonNode> read(Answer created) {
    return EmedgeneAnswers.caseNameIn(EmedgeneAnswers.jsonOf(created)).flatMap(cases::find);
  }

  /** A storage that a listed case has a file in. */
  private long aStorage() {
    return cases.details().values().stream()
        .map(EmedgenePayloadFormChecks::storageIn)
        .filter(storage -> storage > 0)
        .findFirst()
        .orElse(12L);
  }

  private static JsonNode storageId(long storage) {
    return storage > Integer.MAX_VALUE ? LongNode.valueOf(storage) : IntNode.valueOf((int) storage);
  }

  private static long storageIn(JsonNode detail) {
    return detail.path("samples").findValues("storageProviderId").stream()
        .mapToLong(JsonNode::asLong)
        .findFirst()
        .orElse(0);
  }
}
