package dev.casewright.client.webhook;

import dev.casewright.client.emedgene.model.CaseInfo;
import java.util.Optional;

/**
 * What became of a notice. Holds what the server said of the case, and nothing that only the notice
 * says. Immutable and thread-safe.
 */
public final class NoticeResult {
  private final NoticeOutcome outcome;
  private final Optional<NoticeRefusal> refusal;
  private final Optional<CaseInfo> readCase;
  private final Optional<NoticeKey> key;

  private NoticeResult(
      NoticeOutcome outcome,
      Optional<NoticeRefusal> refusal,
      Optional<CaseInfo> readCase,
      Optional<NoticeKey> key) {
    this.outcome = outcome;
    this.refusal = refusal;
    this.readCase = readCase;
    this.key = key;
  }

  static NoticeResult refused(NoticeRefusal refusal) {
    return new NoticeResult(
        NoticeOutcome.REFUSED, Optional.of(refusal), Optional.empty(), Optional.empty());
  }

  static NoticeResult duplicate() {
    return new NoticeResult(
        NoticeOutcome.DUPLICATE, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static NoticeResult underWay() {
    return new NoticeResult(
        NoticeOutcome.UNDER_WAY, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static NoticeResult confirmed(CaseInfo read, NoticeKey key) {
    return new NoticeResult(
        NoticeOutcome.CONFIRMED, Optional.empty(), Optional.of(read), Optional.of(key));
  }

  static NoticeResult notConfirmed(CaseInfo read) {
    return new NoticeResult(
        NoticeOutcome.NOT_CONFIRMED, Optional.empty(), Optional.of(read), Optional.empty());
  }

  /**
   * What became of it.
   *
   * @return the outcome
   */
  public NoticeOutcome outcome() {
    return outcome;
  }

  /**
   * Why it was refused.
   *
   * @return the reason; empty if it was not refused
   */
  public Optional<NoticeRefusal> refusal() {
    return refusal;
  }

  /**
   * The case as the server has it.
   *
   * @return the case; empty if it was not read, or if the notice came before
   */
  public Optional<CaseInfo> readCase() {
    return readCase;
  }

  Optional<NoticeKey> key() {
    return key;
  }

  @Override
  public String toString() {
    return "NoticeResult["
        + outcome
        + refusal.map(reason -> ", " + reason).orElse("")
        + readCase.map(read -> ", " + read).orElse("")
        + "]";
  }
}
