package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.space.Genome;
import dev.casewright.mockserver.space.ReportContent;
import dev.casewright.mockserver.space.ReportStage;
import dev.casewright.mockserver.space.ReportStatus;
import java.time.LocalDate;
import java.util.Set;

/** A report of the pack {@code large}: a number, and what follows from it. */
record LargeReport(LargePack pack, SpaceNumbers numbers, int patient) implements ReportContent {

  static final long FIRST_GENOME = 1_000_001;
  private static final long FIRST_PARENT = 100_000_001;
  private static final long FIRST_VARIANT_REPORT = 9001;
  private static final long FIRST_VAAST_REPORT = 10_000_001;
  private static final long FIRST_CREATOR = 31;
  private static final int DAY = 24 * 3600;

  private static final int CREATOR = 21;
  private static final int REVIEW = 22;
  private static final int SHIPPING = 23;

  private static final Set<String> REVIEWED = Set.of("COMPLETE", "WAITING FOR APPROVAL");

  @Override
  public long id() {
    return numbers.reportId(LargeReports.FIRST_ID + patient);
  }

  @Override
  public String status() {
    return LargeReports.status(pack, patient);
  }

  @Override
  public String testType() {
    return pack.population().picture(patient).testType();
  }

  @Override
  public String createdOn() {
    return time(pack.population().arrival(patient));
  }

  @Override
  public String accessionId() {
    return pack.population().accession(patient);
  }

  @Override
  public Genome genome() {
    return new Genome(genomeId(), genomeName(), externalId());
  }

  @Override
  public long genomeId() {
    return FIRST_GENOME + patient;
  }

  @Override
  public String genomeName() {
    return pack.population().sample(patient);
  }

  @Override
  public String externalId() {
    return pack.population().externalId(patient);
  }

  @Override
  public ObjectNode fields() {
    Population population = pack.population();
    String status = status();
    ObjectNode entry = population.picture(patient).report().deepCopy();
    entry.put("status", status);
    entry.put("accession_id", accessionId());
    entry
        .putObject("genome")
        .put("id", FIRST_GENOME + patient)
        .put("name", population.sample(patient))
        .put("external_id", population.externalId(patient));
    tellTimes(entry, status);
    entry.put("created_by", FIRST_CREATOR + pack.dice().roll(patient, CREATOR, 3));
    entry.put("variant_report_id", FIRST_VARIANT_REPORT + patient);
    if (entry.hasNonNull("vaast_report_id")) {
      entry.put("vaast_report_id", FIRST_VAAST_REPORT + patient);
    }
    if (entry.hasNonNull("mother_genome_id")) {
      entry.put("mother_genome_id", FIRST_PARENT + 2L * patient);
      entry.put("father_genome_id", FIRST_PARENT + 2L * patient + 1);
    }
    entry.set("patient_dict", population.patientDict(patient));
    tellFindings(entry, status);
    return SeededReport.fields(entry, pack.variants())
        .put("id", id())
        .put("workspace_id", numbers.workspaceId(pack.laboratory().workspaceId()));
  }

  private void tellTimes(ObjectNode entry, String status) {
    long arrival = pack.population().arrival(patient);
    int shipping = 1 + pack.dice().roll(patient, SHIPPING, 3);
    int review = 4 + pack.dice().roll(patient, REVIEW, 6);
    boolean hasSample = !status.equals(ReportStatus.WAITING_FOR_SAMPLE);
    entry.put("created_on", time(arrival));
    entry.put(
        "sample_collected_date", hasSample ? midnight(arrival - (4L + shipping) * DAY) : null);
    entry.put("sample_received_date", hasSample ? midnight(arrival - 4L * DAY) : null);
    entry.put(
        "report_approved_date",
        status.equals(ReportStatus.APPROVED) ? time(arrival + (long) review * DAY) : null);
  }

  private void tellFindings(ObjectNode entry, String status) {
    ClinicalPicture picture = pack.population().picture(patient);
    boolean approved = status.equals(ReportStatus.APPROVED);
    boolean reviewed = approved || REVIEWED.contains(status);
    String standing = approved ? "CONFIRMED" : reviewed ? "REVIEWED" : null;
    if (!ReportStage.of(status).hasResult()) {
      entry.putArray("variants");
    } else {
      entry.set("variants", picture.findings(standing, reviewed));
    }
    entry.put("reviewed_variant_count", reviewed ? entry.path("variants").size() : 0);
  }

  private static String midnight(long seconds) {
    return LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY)) + "T00:00:00";
  }

  /** By hand, since a formatter would take most of the time of a list in order. */
  private static String time(long seconds) {
    int ofDay = (int) Math.floorMod(seconds, (long) DAY);
    StringBuilder text =
        new StringBuilder(19).append(LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY))).append('T');
    twoDigits(text, ofDay / 3600).append(':');
    twoDigits(text, ofDay / 60 % 60).append(':');
    return twoDigits(text, ofDay % 60).toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  @Override
  public String toString() {
    return "report " + id();
  }
}
