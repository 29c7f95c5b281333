import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.auth.Token;
import dev.casewright.client.download.Download;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.FoundOrCreatedCase;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.emedgene.model.NewSample;
import dev.casewright.client.emedgene.model.Relationship;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.ReadOnlyException;
import dev.casewright.client.error.StateConflictException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.json.CasewrightModule;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.observe.CallObserver;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.ReportQuery;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.retry.RetryPolicy;
import dev.casewright.client.transport.HttpProxy;
import dev.casewright.client.transport.SizeLimits;
import dev.casewright.client.transport.Timeouts;
import dev.casewright.mockserver.fault.Fault;
import dev.casewright.mockserver.space.ProgressPolicy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a program does with the clients. */
class ClientTest extends ClientExample {

  @Test
  void opal() {
    String accession = accessionOfAnApprovedReport();
    // region opal
    try (OpalClient opal =
        OpalClient.builder()
            .baseUrl(server) // such as https://localhost:8443
            .trustedCertificate(certificate) // only for a server with a certificate of your own
            .credentials("demo-login", "demo-password")
            .build()) {
      for (Report report : opal.listReports(ReportQuery.all())) { // reads page by page
        System.out.println(report.id() + " " + report.status() + " " + report.createdOn());
      }
      List<Report> exact = opal.findByAccession(accession); // equal accessions only
      Download pdf = opal.downloadFinalPdf(exact.get(0).id(), folder); // never overwrites
      System.out.println(pdf.size() + " bytes, SHA-256 " + pdf.sha256());
    }
    // endregion
    assertEquals(2, folder.toFile().list().length);
  }

  @Test
  void emedgene() {
    space.progress().ofCases(ProgressPolicy.atOnce());
    // region emedgene
    try (EmedgeneClient emedgene =
        EmedgeneClient.builder()
            .baseUrl(server)
            .trustedCertificate(certificate)
            .credentials("demo@lab.example", "demo-password") // logs in with the first call
            .build()) {
      NewPerson proband =
          NewPerson.builder().id("proband").relationship(Relationship.TEST_SUBJECT).build();
      NewPatients patients = NewPatients.builder().proband(proband).build();
      CreatedCase created =
          emedgene.createCase(
              CreateCaseRequest.builder()
                  .testData(NewCaseData.builder().patients(patients).build())
                  .shouldUpload(false) // false starts the case
                  .build());
      emedgene.awaitStatus(created.name(), CaseStatus.DELIVERED, Duration.ofMinutes(5));
      emedgene.updateStatus(created.name(), CaseStatus.FINALIZED);
      emedgene.downloadReport(created.name(), "pdf", "1", folder);
    }
    // endregion
    assertEquals(2, folder.toFile().list().length);
  }

  @Test
  void settings() {
    AtomicLong bytes = new AtomicLong();
    // region settings
    OpalClient opal =
        OpalClient.builder()
            .baseUrl(server)
            .trustedCertificate(certificate)
            .credentials(key.opalLogin(), key.password())
            .timeouts(
                Timeouts.defaults()
                    .withTotal(Duration.ofSeconds(20))
                    .withDownload(Duration.ofMinutes(30)))
            .retry(new RetryPolicy(5, Duration.ofMillis(200), Duration.ofSeconds(5), 50))
            .application("lab-archive", "2.1") // in User-Agent, for the operators of the server
            .observer(
                new CallObserver() {
                  @Override
                  public void callEnded(CallEvent call) { // no content, so it may be logged
                    bytes.addAndGet(call.bytesReceived());
                  }
                })
            .build();
    // endregion
    try (opal) {
      space.faults().arm(Fault.serverError(503).on("getOneReport").times(2));
      opal.getReport(space.reportIds().get(0));
    }
    assertTrue(bytes.get() > 0);
  }

  @Test
  void drift() {
    Set<String> news = new TreeSet<>();
    // region drift
    OpalClient opal =
        OpalClient.builder()
            .baseUrl(server)
            .trustedCertificate(certificate)
            .credentials(key.opalLogin(), key.password())
            .drift( // or new LoggingDriftListener()
                report ->
                    report
                        .findings()
                        .forEach(found -> news.add(found.kind() + " " + found.pointer())))
            .build();
    // endregion
    try (opal) {
      space.faults().arm(Fault.unknownField().on("getOneReport"));
      opal.getReport(space.reportIds().get(0));
    }
    assertTrue(news.contains("UNKNOWN_FIELD /mock_unknown_field"), news::toString);
  }

  @Test
  void readOnly() {
    // region read-only
    EmedgeneClient emedgene =
        EmedgeneClient.builder()
            .baseUrl(server)
            .trustedCertificate(certificate)
            .tokenSource(() -> Token.of(readFromVault())) // asked for every call
            .readOnly() // whatever changes something is refused before it is sent
            .build();
    // endregion
    try (emedgene) {
      String name = space.caseNames("finalized").get(0);
      assertEquals(name, emedgene.getCaseInfo(name).name());
      assertThrows(
          ReadOnlyException.class, () -> emedgene.updateStatus(name, CaseStatus.FINALIZED));
    }
  }

  @Test
  void network() throws Exception {
    String proxyHost = "localhost";
    int proxyPort;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      proxyPort = closed.getLocalPort();
    }
    // region network
    OpalClient opal =
        OpalClient.builder()
            .baseUrl(server)
            .trustedCertificate(certificate) // beside those that the JDK trusts
            .proxy(HttpProxy.at(proxyHost, proxyPort))
            .sizeLimits(SizeLimits.defaults().withAnswer(256L * 1024 * 1024))
            .credentials(key.opalLogin(), key.password())
            .build();
    // endregion
    try (opal) {
      assertThrows(TransportException.class, () -> opal.getReport(1), "There is no such proxy.");
    }
  }

  @Test
  void createOrFind() {
    try (EmedgeneClient emedgene = emedgeneClient()) {
      NewPerson proband =
          NewPerson.builder()
              .id("proband")
              .relationship(Relationship.TEST_SUBJECT)
              .fastqSample("SYNTH-2031-01")
              .build();
      NewPatients patients = NewPatients.builder().proband(proband).build();
      NewSample sample = NewSample.builder().fastq("SYNTH-2031-01").build();
      CreateCaseRequest request =
          CreateCaseRequest.builder()
              .testData(NewCaseData.builder().patients(patients).samples(List.of(sample)).build())
              .shouldUpload(false)
              .build();
      // region create-or-find
      FoundOrCreatedCase first = emedgene.createOrFind(request); // looks for the sample, then posts
      FoundOrCreatedCase again = emedgene.createOrFind(request); // finds it
      // endregion
      assertTrue(first.created());
      assertFalse(again.created());
      assertEquals(first.name(), again.name());
    }
  }

  @Test
  void exceptions() {
    StringBuilder log = new StringBuilder();
    try (OpalClient opal = opalClient()) {
      long id = space.reportIds("READY TO REVIEW").get(0);
      // region exceptions
      try {
        opal.downloadFinalPdf(id, folder);
      } catch (StateConflictException notApproved) {
        log.append("Report ").append(id).append(" is ").append(opal.getReport(id).status());
      } catch (CasewrightException failed) {
        log.append(failed.getMessage()); // names operation, status and time, and no patient
      }
      // endregion
      assertEquals("Report " + id + " is READY TO REVIEW", log.toString());
    }
  }

  @Test
  void outcomeUnknown() {
    try (EmedgeneClient emedgene = emedgeneClient()) {
      String name = space.caseNames("delivered").get(0);
      space.faults().arm(Fault.connectionDroppedAfter().on("updateCaseStatus").times(1));
      // region outcome-unknown
      try {
        emedgene.updateStatus(name, CaseStatus.FINALIZED);
      } catch (OutcomeUnknownException lost) { // sent, and no answer came
        if (!emedgene.getCaseInfo(name).status().equals(CaseStatus.FINALIZED)) {
          emedgene.updateStatus(name, CaseStatus.FINALIZED);
        }
      }
      // endregion
      assertEquals(CaseStatus.FINALIZED, emedgene.getCaseInfo(name).status());
    }
  }

  @Test
  void values() throws Exception {
    try (OpalClient opal = opalClient()) {
      Report report = opal.getReport(space.reportIds().get(0));
      // region values
      Report renamed = report.toBuilder().accessionId("CW-1").build(); // and nothing else changes
      ObjectMapper mapper = new ObjectMapper().registerModule(new CasewrightModule());
      String json = mapper.writeValueAsString(renamed); // what was unknown or null is still there
      Report same = mapper.readValue(json, Report.class);
      // endregion
      assertEquals(renamed, same);
      assertEquals(report, same.toBuilder().accessionId(report.accessionId()).build());
    }
  }

  private String accessionOfAnApprovedReport() {
    try (OpalClient opal = opalClient()) {
      return opal.getReport(space.reportIds("APPROVED").get(0)).accessionId();
    }
  }

  private String readFromVault() {
    return space.emedgeneToken();
  }
}
