import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.ExistingFile;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.opal.OpalClient;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a program does with answers that are large. */
class ClientFilesTest extends ClientExample {

  @Test
  void files() throws Exception {
    long id = space.reportIds("APPROVED").get(0);
    Path file = Files.writeString(folder.resolve("report.pdf"), "older");
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (OpalClient opal = opalClient()) {
      // region replace
      Download written = opal.downloadFinalPdf(id, file, ExistingFile.REPLACE);
      // endregion
      // region open
      try (DownloadStream pdf = opal.openFinalPdf(id)) {
        pdf.transferTo(archive); // while it comes in
        Download receipt = pdf.receipt(); // there only if the PDF is whole
        System.out.println(receipt.size() + " bytes, SHA-256 " + receipt.sha256());
      }
      // endregion
      assertEquals(written.size(), archive.size());
      assertEquals(written.size(), Files.size(file));
    }
  }

  @Test
  void streamCases() {
    Set<String> names = new TreeSet<>();
    try (EmedgeneClient emedgene = emedgeneClient()) {
      // region stream-cases
      try (Stream<CaseListEntry> cases = emedgene.streamCases(CaseStatus.FINALIZED)) {
        cases.map(CaseListEntry::name).forEach(names::add);
      }
      // endregion
    }
    assertEquals(new TreeSet<>(space.caseNames("finalized")), names);
  }
}
