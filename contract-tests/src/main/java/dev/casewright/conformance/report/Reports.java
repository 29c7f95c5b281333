package dev.casewright.conformance.report;

import dev.casewright.conformance.canary.LeakException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the reports of a run into a folder. */
public final class Reports {

  private static final List<ReportWriter> ALL =
      List.of(
          new HtmlPage(),
          new JsonReport(),
          new JunitXml(),
          new MarkdownSummary(),
          new QualificationSummary());

  private Reports() {}

  /**
   * Writes all reports: a page for people, JSON, JUnit XML, a summary for CI and the summary of the
   * installation and operation qualification. All of them are written, or none; files of an earlier
   * run are replaced. Before a file gets its name it is read and searched for canaries.
   *
   * @param report what they tell
   * @param folder where they go; made if it is not there
   * @return the files, in a fixed order
   * @throws LeakException if one of them would hold what no report may hold; nothing is written
   * @throws IOException if the folder cannot be made or a file cannot be written
   */
  public static List<Path> write(RunReport report, Path folder) throws IOException {
    return write(report, folder, ALL);
  }

  static List<Path> write(RunReport report, Path folder, List<ReportWriter> writers)
      throws IOException {
    Files.createDirectories(folder);
    Map<Path, Path> whole = new LinkedHashMap<>();
    try {
      for (ReportWriter writer : writers) {
        Path part = Files.createTempFile(folder, ".casewright-", ".part");
        whole.put(part, folder.resolve(writer.fileName()));
        Files.writeString(part, writer.write(report), StandardCharsets.UTF_8);
        report.canaries().requireNoneIn(writer.fileName(), Files.readString(part));
      }
      for (Map.Entry<Path, Path> file : whole.entrySet()) {
        Files.move(
            file.getKey(),
            file.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      return new ArrayList<>(whole.values());
    } finally {
      for (Path part : whole.keySet()) {
        Files.deleteIfExists(part);
      }
    }
  }
}
