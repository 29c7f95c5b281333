package dev.casewright.mockserver.seed;

import dev.casewright.mockserver.space.CaseStanding;
import dev.casewright.mockserver.space.CaseStatus;
import dev.casewright.mockserver.space.OrgUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a case of the pack {@code large} stands, and since when. */
record LargeStanding(LargePack pack, int position) {

  /** The zone of Opal's times, from which the case of a patient is counted. */
  private static final Duration BEHIND_UTC = Duration.ofHours(8);

  private static final int STATUS = 41;
  private static final int OLD_STATUS = 42;
  private static final int ANALYSIS = 43;
  private static final int REVIEW = 44;
  private static final int SIGNER = 45;

  String status() {
    List<String> all = pack.caseStatuses();
    if (position >= pack.size().cases() / 20 * 19) {
      return all.get(pack.dice().roll(position, STATUS, all.size()));
    }
    return pack.dice().roll(position, OLD_STATUS, 8) == 0
        ? CaseStatus.DELIVERED
        : CaseStatus.FINALIZED;
  }

  CaseStanding standing(List<OrgUser> users) {
    String status = status();
    Instant created =
        Instant.ofEpochSecond(pack.population().arrival(pack.patientOfCase(position)))
            .plus(BEHIND_UTC)
            .plus(Duration.ofHours(1));
    Instant delivered =
        created.plusSeconds(18 * 3600 + pack.dice().roll(position, ANALYSIS, 36000));
    Instant reviewed =
        delivered.plusSeconds(2 * 86_400 + pack.dice().roll(position, REVIEW, 4 * 86_400));
    return switch (status) {
      case CaseStatus.UPLOADING -> CaseStanding.atStart(status, created);
      case CaseStatus.IN_PROGRESS ->
          standing(status, created, created.plusSeconds(3600), Optional.empty(), Optional.empty());
      case CaseStatus.DELIVERED ->
          standing(status, created, delivered, Optional.of(delivered), Optional.empty());
      case CaseStatus.FINALIZED ->
          standing(
              status,
              created,
              reviewed,
              Optional.of(delivered),
              Optional.of(
                  new CaseStanding.Signature(
                      users.get(pack.dice().roll(position, SIGNER, users.size())), reviewed)));
      default -> standing(status, created, reviewed, Optional.of(delivered), Optional.empty());
    };
  }

  private static CaseStanding standing(
      String status,
      Instant created,
      Instant changed,
      Optional<Instant> delivered,
      Optional<CaseStanding.Signature> signature) {
    return new CaseStanding(status, created, changed, changed, delivered, signature);
  }
}
