package dev.casewright.mockserver.seed;

import dev.casewright.mockserver.credentials.DemoAccounts;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Shifts the ids of a seed pack for one space, so that no two spaces share a report, a user or a
 * case name. The default space keeps those of the files; the others depend on the name of the space
 * only.
 */
final class SpaceNumbers {

  private static final int SPACES = 1_000_000;
  private static final long USERS_PER_SPACE = 1_000;
  private static final long CASE_NAMES = 1_000_000_000;

  /** Prime, and close to a millionth of the names, so that spaces lie far apart. */
  private static final long CASE_NAME_STEP = 1_000_003;

  private final String space;
  private final long number;
  private final long reportsPerSpace;

  SpaceNumbers(String space, long reportsPerSpace) {
    this.space = space;
    this.reportsPerSpace = reportsPerSpace;
    this.number = space.equals(DemoAccounts.DEFAULT_SPACE) ? 0 : 1 + sum(space) % SPACES;
  }

  long reportId(long id) {
    return id + number * reportsPerSpace;
  }

  /** The id in the files of a report that has this id in the space. */
  long writtenReportId(long id) {
    return id - number * reportsPerSpace;
  }

  long workspaceId(long id) {
    return id + number;
  }

  long userId(long id) {
    return id + number * USERS_PER_SPACE;
  }

  String caseName(String name) {
    long digits = Long.parseLong(name.substring("EMG".length()));
    // The leading 1 keeps the zeros; a formatter would be slow where all names are compared.
    long shifted = CASE_NAMES + (digits + number * CASE_NAME_STEP) % CASE_NAMES;
    return "EMG" + Long.toString(shifted).substring(1);
  }

  /** The digits in the files of a case that has these digits in the space. */
  long writtenCaseDigits(long digits) {
    return Math.floorMod(digits - number * CASE_NAME_STEP, CASE_NAMES);
  }

  String email(String address) {
    return number == 0 ? address : address.replace("@", "@" + space + ".");
  }

  private static long sum(String space) {
    CRC32 sum = new CRC32();
    sum.update(space.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
