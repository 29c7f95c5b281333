package dev.casewright.mockserver.seed;

import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportCondition;
import dev.casewright.mockserver.space.ReportStatus;
import dev.casewright.mockserver.space.ReportStock;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The reports of the pack {@code large} in one space, computed when they are asked for. */
final class LargeReports implements ReportStock {

  static final long FIRST_ID = 5001;

  private static final BigInteger FIRST_GENOME = BigInteger.valueOf(LargeReport.FIRST_GENOME);

  private static final int STATUS = 11;
  private static final int FEW = 12;
  private static final int PERCENT = 100;

  /** Of a hundred old reports. */
  private static final int FAILED = 2;

  private static final int COMPLETE = 5;

  private final LargePack pack;
  private final SpaceNumbers numbers;

  LargeReports(LargePack pack, SpaceNumbers numbers) {
    this.pack = pack;
    this.numbers = numbers;
  }

  @Override
  public int size() {
    return pack.size().reports();
  }

  @Override
  public Report at(int position) {
    return new Report(new LargeReport(pack, numbers, position));
  }

  @Override
  public Optional<Report> find(long id) {
    long position = numbers.writtenReportId(id) - FIRST_ID;
    return position >= 0 && position < size() ? Optional.of(at((int) position)) : Optional.empty();
  }

  /** Not one report is made of those that do not fit. */
  @Override
  public IntUnaryOperator search(List<ReportCondition> conditions) {
    List<IntUnaryOperator> searches = conditions.stream().map(this::search).toList();
    return position -> {
      int from;
      int found = position;
      do {
        from = found;
        for (IntUnaryOperator search : searches) {
          found = search.applyAsInt(found);
        }
      } while (found != from);
      return found;
    };
  }

  private IntUnaryOperator search(ReportCondition condition) {
    String wanted = condition.wanted();
    return switch (condition.filter()) {
      case ACCESSION -> search(PatientText.ACCESSION, condition);
      case EXTERNAL_ID -> search(PatientText.EXTERNAL_ID, condition);
      case GENOME_NAME -> search(PatientText.SAMPLE, condition);
      case GENOME -> only(new BigInteger(wanted).subtract(FIRST_GENOME));
      case REPORT_STATUS, REPORT_TYPE -> pack.groups().search(condition.filter(), wanted);
    };
  }

  private IntUnaryOperator search(PatientText text, ReportCondition condition) {
    return pack.index().search(text, condition.wanted(), condition.ignoresCase());
  }

  private IntUnaryOperator only(BigInteger patientOfGenome) {
    boolean isHere =
        patientOfGenome.signum() >= 0 && patientOfGenome.compareTo(BigInteger.valueOf(size())) < 0;
    int only = isHere ? patientOfGenome.intValue() : -1;
    return position -> position <= only ? only : size();
  }

  /** The last twentieth is still being worked on; of the others most are approved. */
  static String status(LargePack pack, int patient) {
    List<String> all = pack.reportStatuses();
    if (patient >= pack.size().reports() / 20 * 19) {
      return all.get(pack.dice().roll(patient, STATUS, all.size()));
    }
    int share = pack.dice().roll(patient, FEW, PERCENT);
    return share < FAILED ? "FAILED" : share < COMPLETE ? "COMPLETE" : ReportStatus.APPROVED;
  }
}
