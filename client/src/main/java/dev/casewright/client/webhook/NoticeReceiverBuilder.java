package dev.casewright.client.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import dev.casewright.client.deadline.Deadline;
import dev.casewright.client.emedgene.CaseOperations;
import dev.casewright.client.time.Ticker;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Builds a {@link NoticeReceiver}. Needs a word about the signature: {@link
 * #signature(SignatureCheck)} or {@link #withoutSignature()}. Not thread-safe.
 */
public final class NoticeReceiverBuilder {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final CaseOperations cases;
  private Optional<SignatureCheck> signature = Optional.empty();
  private boolean unsigned;
  private JsonPointer caseName = JsonPointer.compile("/name");
  private Optional<JsonPointer> status = Optional.of(JsonPointer.compile("/status"));
  private int largestBody = 64 * 1024;
  private Duration window = Duration.ofMinutes(10);
  private int remembered = 10_000;
  private Ticker ticker = Ticker.system();

  NoticeReceiverBuilder(CaseOperations cases) {
    this.cases = Objects.requireNonNull(cases, "cases");
  }

  /**
   * Refuses notices whose signature is not right.
   *
   * @param check the check
   * @return this builder
   */
  public NoticeReceiverBuilder signature(SignatureCheck check) {
    this.signature = Optional.of(check);
    return this;
  }

  /**
   * Takes notices that are not signed. Anybody who reaches the address can then make the client
   * read cases, but not make it believe anything.
   *
   * @return this builder
   */
  public NoticeReceiverBuilder withoutSignature() {
    this.signature = Optional.empty();
    this.unsigned = true;
    return this;
  }

  /**
   * Where the name of the case stands; {@code /name} unless set, as in the list of cases. What the
   * vendor sends is not public.
   *
   * @param pointer a JSON pointer (RFC 6901)
   * @return this builder
   * @throws IllegalArgumentException if it is no pointer
   */
  public NoticeReceiverBuilder caseNameAt(String pointer) {
    this.caseName = JsonPointer.compile(pointer);
    return this;
  }

  /**
   * Where the status stands; {@code /status} unless set, as in the list of cases. It is compared
   * letter by letter with the status of the case that is read.
   *
   * @param pointer a JSON pointer (RFC 6901)
   * @return this builder
   * @throws IllegalArgumentException if it is no pointer
   */
  public NoticeReceiverBuilder statusAt(String pointer) {
    this.status = Optional.of(JsonPointer.compile(pointer));
    return this;
  }

  /**
   * Notices tell no status, or none that can be compared: each whose case can be read is confirmed,
   * whatever its status. Notices of one case that are equal to the byte are then told apart by the
   * window only.
   *
   * @return this builder
   */
  public NoticeReceiverBuilder withoutStatus() {
    this.status = Optional.empty();
    return this;
  }

  /**
   * The largest body that is taken; 65,536 bytes unless set.
   *
   * @param bytes from 1 to 16,777,216
   * @return this builder
   * @throws IllegalArgumentException if the number is out of its range
   */
  public NoticeReceiverBuilder largestBody(int bytes) {
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "The largest body of a notice lies between 1 and " + MOST_BYTES + " bytes.");
    }
    this.largestBody = bytes;
    return this;
  }

  /**
   * What is remembered to tell duplicates; 10 minutes and 10,000 notices unless set, some 2 MB.
   * When there are more, the oldest is forgotten first.
   *
   * @param time how long a confirmed notice is remembered
   * @param most how many are at most
   * @return this builder
   * @throws IllegalArgumentException if one of them is not positive, or the time longer than 365
   *     days
   */
  public NoticeReceiverBuilder remember(Duration time, int most) {
    if (time.isNegative() || time.isZero() || most < 1) {
      throw new IllegalArgumentException(
          "Duplicates are told within a positive time, from at least one notice.");
    }
    if (time.compareTo(Deadline.LONGEST) > 0) {
      throw new IllegalArgumentException("Notices are remembered for at most 365 days.");
    }
    this.window = time;
    this.remembered = most;
    return this;
  }

  /**
   * Takes time from somewhere else. For tests.
   *
   * @param otherTicker tells how time passes; thread-safe
   * @return this builder
   */
  public NoticeReceiverBuilder time(Ticker otherTicker) {
    this.ticker = Objects.requireNonNull(otherTicker, "otherTicker");
    return this;
  }

  /**
   * Builds the receiver.
   *
   * @return a receiver that remembers nothing yet
   * @throws IllegalStateException if nothing was said about the signature
   */
  public NoticeReceiver build() {
    if (signature.isEmpty() && !unsigned) {
      throw new IllegalStateException(
          "Nothing was said about the signature of notices: call signature(...), or"
              + " withoutSignature() if they have none.");
    }
    return new NoticeReceiver(
        cases,
        new NoticeReader(caseName, status),
        signature,
        largestBody,
        new ConfirmedNotices(window, remembered, ticker));
  }
}
