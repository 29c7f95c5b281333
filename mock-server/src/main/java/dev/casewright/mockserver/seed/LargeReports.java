package dev.casewright.mockserver.seed;

import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.ReportStatus;
import dev.casewright.mockserver.space.ReportStock;
import java.util.List;
import java.util.Optional;

/** The reports of the pack {@code large} in one space, computed when they are asked for. */
final class LargeReports implements ReportStock {

  static final long FIRST_ID = 5001;

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
