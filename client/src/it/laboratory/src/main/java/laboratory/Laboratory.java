package laboratory;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.error.StateConflictException;
import dev.casewright.client.json.CasewrightModule;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.model.Report;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does with both clients what a laboratory does, and ends with an error if one fails. */
public final class Laboratory {
  private static final Set<String> JARS =
      Set.of(
          "casewright-client",
          "feign-core",
          "jackson-annotations",
          "jackson-core",
          "jackson-databind",
          "slf4j-api");

  private final Path folder;

  private Laboratory(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs everything.
   *
   * @param arguments an existing folder to download to, the version of the client, the version of
   *     Jackson, and whether {@code modules} or {@code a class path} are used
   * @throws Exception if something does not do what it should
   */
  public static void main(String... arguments) throws Exception {
    boolean named = OpalClient.class.getModule().isNamed();
    equal("where the client is", arguments[3], named ? "modules" : "a class path");
    if (!named) {
      equal("the jars that come along", JARS, jars());
    }
    equal("Jackson", arguments[2], new ObjectMapper().version().toString());
    Laboratory laboratory =
        new Laboratory(Files.createTempDirectory(Path.of(arguments[0]), "downloads"));
    try (TinyServer server = new TinyServer()) {
      laboratory.useOpal(server);
      laboratory.useEmedgene(server);
      equal(
          "User-Agent",
          "laboratory/1 casewright/" + arguments[1],
          String.join(", ", new TreeSet<>(server.userAgents())));
    }
    System.out.println(
        "The laboratory works with " + arguments[3] + " and Jackson " + arguments[2]);
  }

  private void useOpal(TinyServer server) throws Exception {
    try (OpalClient opal =
        OpalClient.builder()
            .baseUrl(server.url())
            .allowPlainHttpOnLoopback()
            .credentials("login", "password")
            .application("laboratory", "1")
            .build()) {
      Report report = opal.getReport(1);
      equal("the accession", "CW-1", report.accessionId());
      equal(
          "an unknown field", "[1,null]", report.additionalFields().get("of_tomorrow").toString());
      equal("a report written and read", report, copy(report));
      equal("reports found", 1, opal.findByAccession("CW").size());
      equal("the bytes of a PDF", 15L, opal.downloadFinalPdf(1, folder.resolve("1.pdf")).size());
      try {
        opal.downloadFinalPdf(2, folder.resolve("2.pdf"));
        throw new AssertionError("A report that is not approved has no PDF.");
      } catch (StateConflictException refused) {
        equal("the status", 422, refused.status().getAsInt());
      }
    }
  }

  private void useEmedgene(TinyServer server) {
    try (EmedgeneClient emedgene =
        EmedgeneClient.builder()
            .baseUrl(server.url())
            .allowPlainHttpOnLoopback()
            .credentials("user", "password")
            .application("laboratory", "1")
            .build()) {
      NewPerson proband = NewPerson.builder().id("proband").build();
      String name =
          emedgene
              .createCase(
                  CreateCaseRequest.builder()
                      .shouldUpload(false)
                      .testData(
                          NewCaseData.builder()
                              .patients(NewPatients.builder().proband(proband).build())
                              .build())
                      .build())
              .name();
      CaseInfo info = emedgene.getCaseInfo(name);
      equal("a status", CaseStatus.of("status_of_tomorrow"), info.status());
      try {
        emedgene.getCase("EMG000000002");
        throw new AssertionError("There is no such case.");
      } catch (NotFoundException missing) {
        equal("the operation", "getCase", missing.operation());
      }
    }
  }

  /** The names of the jars on the class path, without versions. */
  private static Set<String> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).getFileName().toString())
        .filter(name -> name.endsWith(".jar"))
        .map(name -> name.replaceFirst("-[0-9].*", ""))
        .collect(Collectors.toSet());
  }

  /** By a mapper of the laboratory's own. */
  private static Report copy(Report report) throws Exception {
    ObjectMapper mapper = new ObjectMapper().registerModule(new CasewrightModule());
    return mapper.readValue(mapper.writeValueAsString(report), Report.class);
  }

  private static void equal(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + ": expected " + expected + ", was " + actual);
    }
  }
}
