package dev.casewright.mockserver.space;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a case stands, since when, and who signed it.
 *
 * @param status the status
 * @param created when the case was created
 * @param changed when the status last changed
 * @param updated when anything of the case last changed
 * @param delivered when the analysis was done
 * @param signature who finalized the case and when; nothing unless it is finalized
 */
public record CaseStanding(
    String status,
    Instant created,
    Instant changed,
    Instant updated,
    Optional<Instant> delivered,
    Optional<Signature> signature) {

  /**
   * A case that was just created.
   *
   * @param status its first status
   * @param created when
   * @return the standing
   */
  public static CaseStanding atStart(String status, Instant created) {
    return new CaseStanding(status, created, created, created, Optional.empty(), Optional.empty());
  }

  /**
   * The standing after a change of status. To the same status nothing changes.
   *
   * @param next the new status
   * @param at when
   * @param by who set it, and so signs if it is finalized
   * @return a new standing
   */
  public CaseStanding moveTo(String next, Instant at, OrgUser by) {
    if (next.equals(status)) {
      return this;
    }
    Optional<Instant> nowDelivered =
        CaseStatus.isOfTheSystem(next) ? Optional.empty() : delivered.or(() -> Optional.of(at));
    Optional<Signature> nowSigned =
        next.equals(CaseStatus.FINALIZED) ? Optional.of(new Signature(by, at)) : Optional.empty();
    return new CaseStanding(next, created, at, at, nowDelivered, nowSigned);
  }

  /**
   * The standing after a change that leaves the status as it is.
   *
   * @param at when
   * @return a new standing
   */
  public CaseStanding touched(Instant at) {
    return new CaseStanding(status, created, changed, at, delivered, signature);
  }

  /**
   * The signature under a finalized case.
   *
   * @param by who signed
   * @param at when
   */
  public record Signature(OrgUser by, Instant at) {}
}
