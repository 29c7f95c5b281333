package dev.casewright.client.emedgene;

import static dev.casewright.client.fixture.CaseServer.proband;
import static dev.casewright.client.fixture.NewCases.listed;
import static dev.casewright.client.fixture.NewCases.person;
import static dev.casewright.client.fixture.NewCases.request;
import static dev.casewright.client.fixture.NewCases.solo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.emedgene.model.NewSample;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.ReadOnlyException;
import dev.casewright.client.fixture.Clients;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateOrFindTest extends CaseLooks {
  @Test
  void aCaseThatIsNotThereIsCreatedAfterALook() {
    FoundOrCreatedCase created = client.createOrFind(solo("S 1"));

    assertThat(created)
        .isEqualTo(new FoundOrCreatedCase(CASE, true, Optional.of(CaseStatus.UPLOADING)));
    assertThat(sent())
        .containsExactly(
            "GET /api/sample/?query=S%201&sampleType=fastq&exact_match=true",
            "POST /api/cases/v2/cases");
  }

  @Test
  void aCaseThatIsThereIsReadAndFound() {
    cases.put(CASE, proband("S1"));

    FoundOrCreatedCase found = client.createOrFind(solo("S1"));

    assertThat(found.created()).isFalse();
    assertThat(found.name()).isEqualTo(CASE);
    assertThat(found.status()).contains(CaseStatus.DELIVERED);
    assertThat(sent())
        .containsExactly(
            "GET /api/sample/?query=S1&sampleType=fastq&exact_match=true", "GET /api/test/" + CASE);
  }

  @Test
  void afterALostAnswerTheNextCallFindsTheCaseInsteadOfCreatingAnother() {
    known.dropAfterCreation();
    assertThatThrownBy(() -> client.createOrFind(solo("S1")))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("createOrFind")
        .hasMessageContaining("may still be at work: wait");

    assertThat(client.createOrFind(solo("S1")).created()).isFalse();
    assertThat(server.received()).filteredOn(request -> request.method().equals("POST")).hasSize(1);
  }

  @Test
  void aCaseThatIsCreatedIsFoundTheNextTime() {
    String name = client.createOrFind(solo("S1")).name();

    assertThat(client.createOrFind(solo("S1")))
        .isEqualTo(new FoundOrCreatedCase(name, false, Optional.of(CaseStatus.DELIVERED)));
  }

  @Test
  void withoutTheNameOfASampleNothingIsSentAndTheMessageSaysWhatToDo() {
    for (CreateCaseRequest request :
        List.of(
            request(NewPatients.builder().proband(person("")).build(), List.of()),
            request(NewPatients.builder().proband(person("S1")).build(), List.of()),
            request(
                NewPatients.builder().proband(NewPerson.builder().id("proband").build()).build(),
                List.of(NewSample.builder().id(4L).build())))) {
      assertThatThrownBy(() -> client.createOrFind(request))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("names no sample of the proband")
          .hasMessageContaining("listCases")
          .hasMessageContaining("createCase");
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aSampleThatIsStillToComeAndOneOfTheListCountToo() {
    cases.put(CASE, proband("S1"));
    NewPerson pending = NewPerson.builder().pendingSampleName("S1").build();
    NewPerson nameless = NewPerson.builder().id("proband").build();

    assertThat(
            client
                .createOrFind(request(NewPatients.builder().proband(pending).build(), listed("S1")))
                .created())
        .isFalse();
    assertThat(
            client
                .createOrFind(
                    request(NewPatients.builder().proband(nameless).build(), listed("S1")))
                .created())
        .isFalse();
  }

  @Test
  void aFamilyIsFoundByAllItsSamples() {
    cases.put(
        CASE,
        "\"proband\": {\"fastq_sample\": \"S1\"}, \"mother\": {\"fastq_sample\": \"S2\"},"
            + " \"father\": null, \"other\": [{\"fastq_sample\": \"S3\"}]");

    FoundOrCreatedCase found =
        client.createOrFind(
            request(
                NewPatients.builder()
                    .proband(person("S1"))
                    .mother(person("S2"))
                    .other(List.of(person("S3")))
                    .build(),
                listed("S1")));

    assertThat(found.created()).isFalse();
  }

  @Test
  void aCaseOfARelativeIsAnotherCase() {
    cases.put(
        "EMG000000007",
        "\"proband\": {\"fastq_sample\": \"S9\"}, \"mother\": {\"fastq_sample\": \"S1\"}");

    assertThat(client.createOrFind(solo("S1")).created()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"proband\": {\"fastq_sample\": \"S1_rerun\","
            + " \"samples\": [{\"fastq\": \"S1\"}, {\"fastq\": \"S1_rerun\"}]}",
        "\"proband\": {\"pending_sample_name\": \"P1\"}",
        "\"proband\": {\"fastq_sample\": \"S1_rerun\"}}, \"samples\": [{\"fastq\": \"S1\"}],"
            + " \"other\": {"
      })
  void aCaseThatHasAnyNameOfTheProbandIsNoOtherCase(String family) {
    cases.put(CASE, family);
    searchAnswers("{\"hits\": [{\"id\": 1, \"note\": \"" + CASE + "\"}]}");
    NewPerson twoNames = NewPerson.builder().fastqSample("S1").pendingSampleName("P1").build();

    assertThat(
            ambiguous(request(NewPatients.builder().proband(twoNames).build(), listed("S1")))
                .caseNames())
        .containsExactly(CASE);
    assertNothingCreated();
  }

  @Test
  void allNamesOfTheProbandThatAreListedAreSearched() {
    NewPerson twoNames = NewPerson.builder().fastqSample("S1").pendingSampleName("P1").build();
    List<NewSample> both =
        List.of(NewSample.builder().fastq("S1").build(), NewSample.builder().fastq("P1").build());
    cases.put(CASE, "\"proband\": {\"fastq_sample\": \"S9\", \"pending_sample_name\": \"P1\"}");

    assertThat(
            ambiguous(request(NewPatients.builder().proband(twoNames).build(), both)).caseNames())
        .containsExactly(CASE);
    assertNothingCreated();
  }

  @Test
  void aSampleWithoutACaseIsNoCase() {
    searchAnswers("{\"total\": 2, \"hits\": [{\"id\": 1}, {\"id\": 2, \"note\": \"\"}]}");

    assertThat(client.createOrFind(solo("S1")).created()).isTrue();
  }

  @Test
  void samplesOfTheTypeOfTheCaseAreSearched() {
    client.createOrFind(
        CreateCaseRequest.builder()
            .testData(
                NewCaseData.builder()
                    .patients(NewPatients.builder().proband(person("S1")).build())
                    .samples(listed("S1"))
                    .sampleType(SampleType.VCF)
                    .build())
            .build());

    assertThat(sent().get(0)).contains("sampleType=vcf");
  }

  @Test
  void aTypeOfAListedSampleIsSearchedBesideTheTypeOfTheCase() {
    client.createOrFind(typed(Optional.of(SampleType.VCF), Optional.of(SampleType.PROJECT_VCF)));

    assertThat(typesSearched()).containsExactly("vcf", "project_vcf");
  }

  @Test
  void aTypeThatOnlyTheSampleTellsIsSearchedAloneIfTheCaseHasAnEmptyOne() {
    client.createOrFind(typed(Optional.of(SampleType.of("")), Optional.of(SampleType.VCF)));

    assertThat(typesSearched()).containsExactly("vcf");
  }

  @Test
  void withoutATypeAllKnownOnesAreSearchedBeforeACaseIsCreated() {
    client.createOrFind(typed(Optional.empty(), Optional.empty()));

    assertThat(typesSearched()).containsExactly("fastq", "vcf", "project_vcf");
  }

  private static CreateCaseRequest typed(
      Optional<SampleType> ofCase, Optional<SampleType> ofSample) {
    NewSample.Builder sample = NewSample.builder().fastq("S1");
    ofSample.ifPresent(sample::sampleType);
    NewCaseData.Builder data =
        NewCaseData.builder()
            .patients(NewPatients.builder().proband(person("S1")).build())
            .samples(List.of(sample.build()));
    ofCase.ifPresent(data::sampleType);
    return CreateCaseRequest.builder().testData(data.build()).build();
  }

  private List<String> typesSearched() {
    return sent().stream()
        .filter(target -> target.contains("sampleType="))
        .map(target -> target.replaceFirst(".*sampleType=([^&]*).*", "$1"))
        .toList();
  }

  @Test
  void aClientThatOnlyReadsFindsAndDoesNotCreate() {
    try (EmedgeneClient reading = Clients.emedgene(server).readOnly().build()) {
      assertThatThrownBy(() -> reading.createOrFind(solo("S1")))
          .isInstanceOf(ReadOnlyException.class);
      cases.put(CASE, proband("S1"));
      assertThat(reading.createOrFind(solo("S1")).created()).isFalse();
    }
    assertNothingCreated();
  }
}
