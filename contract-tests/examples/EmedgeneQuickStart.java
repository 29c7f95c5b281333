import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.PresetItems;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CaseType;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.Gender;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.emedgene.model.NewPhenotype;
import dev.casewright.client.emedgene.model.Relationship;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Takes a case from its creation to its report. */
public final class EmedgeneQuickStart {

  /** Arguments: base URL, certificate to trust, folder to save to. */
  public static void main(String... args) {
    Path folder = Path.of(args[2]);
    try (EmedgeneClient emedgene =
        EmedgeneClient.builder()
            .baseUrl(URI.create(args[0]))
            .credentials("demo@lab.example", "demo-password")
            .trustedCertificate(Path.of(args[1])) // for the mock server only
            .build()) {
      String name = emedgene.createCase(singleton("SYNTH-PROBAND-01")).name();
      List<String> emails = List.of("user1@example.com", "user2@example.com");
      emedgene.assignParticipants(name, emedgene.findUserIdsByEmail(emails).values());
      emedgene.awaitStatus(name, CaseStatus.DELIVERED, Duration.ofMinutes(2));
      emedgene.createPresetGroup(
          name, "my preset group", List.of(PresetItems.geneList(1, "my gene list")));
      emedgene.updateStatus(name, CaseStatus.FINALIZED);
      long size = emedgene.downloadReport(name, "pdf", "1", folder).size();
      System.out.println("Case " + name + " is finalized; its report has " + size + " bytes");
    }
  }

  private static CreateCaseRequest singleton(String sample) {
    NewPerson proband =
        NewPerson.builder()
            .id("proband")
            .fastqSample(sample)
            .gender(Gender.FEMALE)
            .relationship(Relationship.TEST_SUBJECT)
            .healthy(false)
            .phenotypes(List.of(NewPhenotype.builder().id("HP:0001250").name("").build()))
            .build();
    return CreateCaseRequest.builder()
        .shouldUpload(false) // false starts the analysis, true lets the case wait
        .testData(
            NewCaseData.builder()
                .type(CaseType.EXOME)
                .selectedPresetSet("Default")
                .patients(NewPatients.builder().proband(proband).build())
                .build())
        .build();
  }
}
