import dev.casewright.client.download.Download;
import dev.casewright.client.download.ExistingFile;
import dev.casewright.client.error.StateConflictException;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.model.Report;
import java.net.URI;
import java.nio.file.Path;

/** Finds the reports of one accession and saves the final PDF of each that is approved. */
public final class OpalQuickStart {

  /** Arguments: base URL, certificate to trust, folder to save to. */
  public static void main(String... args) {
    Path folder = Path.of(args[2]);
    try (OpalClient opal =
        OpalClient.builder()
            .baseUrl(URI.create(args[0]))
            .credentials("demo-login", "demo-password")
            .trustedCertificate(Path.of(args[1])) // for the mock server only
            .build()) {
      for (Report report : opal.findByAccession("CW-2025-00001")) {
        try {
          Download pdf = opal.downloadFinalPdf(report.id(), folder, ExistingFile.REPLACE);
          System.out.println("Saved " + pdf.size() + " bytes");
        } catch (StateConflictException notApproved) {
          System.out.println("Report " + report.id() + " is " + report.status());
        }
      }
    }
  }
}
