package dev.casewright.mockserver.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statuses of an Emedgene case that rules of the mock hang on. */
public final class CaseStatus {

  /** The case waits for its samples. */
  public static final String PENDING_SEQUENCING = "pending-sequencing";

  /** Its files are coming in. */
  public static final String UPLOADING = "uploading";

  /** The analysis runs. */
  public static final String IN_PROGRESS = "in_progress";

  /** The analysis is done; review can begin. */
  public static final String DELIVERED = "delivered";

  /** Review is done; the case is read-only. */
  public static final String FINALIZED = "finalized";

  /** The case is locked until another status is set. */
  public static final String TRASH = "move_to_trash";

  private static final Set<String> OF_THE_SYSTEM =
      Set.of(PENDING_SEQUENCING, UPLOADING, IN_PROGRESS);

  private CaseStatus() {}

  /**
   * Whether only the system sets a status and moves a case out of it (EMG-STAT-06, EMG-STAT-09).
   *
   * @param status the status
   * @return true for the statuses before delivery
   */
  public static boolean isOfTheSystem(String status) {
    return OF_THE_SYSTEM.contains(status);
  }

  /** Where the system moves a case next whose samples are there (EMG-CASE-07). */
  static Optional<String> after(String status) {
    return switch (status) {
      case UPLOADING -> Optional.of(IN_PROGRESS);
      case IN_PROGRESS -> Optional.of(DELIVERED);
      default -> Optional.empty();
    };
  }

  /**
   * All statuses that a case of an organisation can be in.
   *
   * @param organisation the organisation
   * @return the statuses in the order in which a case comes through them
   */
  public static List<String> of(Organisation organisation) {
    List<String> all =
        new ArrayList<>(List.of(PENDING_SEQUENCING, UPLOADING, IN_PROGRESS, DELIVERED));
    all.addAll(organisation.customStatuses());
    all.add(FINALIZED);
    all.add(TRASH);
    return all;
  }

  /**
   * Whether a status exists in an organisation.
   *
   * @param status the status
   * @param organisation the organisation
   * @return true if a case of it can be in this status
   */
  public static boolean isKnown(String status, Organisation organisation) {
    return of(organisation).contains(status);
  }
}
