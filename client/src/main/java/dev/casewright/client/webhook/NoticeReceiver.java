package dev.casewright.client.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.client.digest.Sha256;
import dev.casewright.client.emedgene.CaseOperations;
import dev.casewright.client.emedgene.FinalizedCaseOperations;
import dev.casewright.client.emedgene.model.CaseInfo;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.waiting.Signal;
import dev.casewright.client.webhook.ConfirmedNotices.State;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes notices of a change of a case's status (Emedgene facts, 4; EMG-HOOK-01, EMG-HOOK-02). It is
 * no server: call it from one of yours, with the headers and the body of each request to the
 * address that notices are sent to.
 *
 * <p>What the vendor sends is not public, so a notice is no more than a hint: it is checked, told
 * from repetitions, and then the case is read. What comes back is what the server says of the case.
 * Nothing of a notice is kept but a digest and the name and status of its case, and nothing of it
 * stands in a message, a {@code toString} or a log.
 *
 * <p>Two notices are the same if case, status and digest of the body are. A notice is remembered
 * once it is confirmed, for a time and up to a number, until another status of the case is
 * confirmed: a case that comes back to a status is no repetition, even if the notices are equal to
 * the byte. One that is dealt with by a {@link NoticeWork} counts from when that is done.
 *
 * <p>Thread-safe. No lock is held while the case is read: of two equal notices that come at the
 * same time, both read the case and one is confirmed.
 */
public final class NoticeReceiver {
  private final CaseOperations cases;
  private final NoticeReader reader;
  private final Optional<SignatureCheck> signature;
  private final int largestBody;
  private final ConfirmedNotices confirmed;
  private final Signal signal;

  NoticeReceiver(
      CaseOperations cases,
      NoticeReader reader,
      Optional<SignatureCheck> signature,
      int largestBody,
      ConfirmedNotices confirmed) {
    this.cases = cases;
    this.reader = reader;
    this.signature = signature;
    this.largestBody = largestBody;
    this.confirmed = confirmed;
    this.signal = new Signal();
  }

  /**
   * Starts a receiver.
   *
   * @param cases reads the cases, as a client does; it belongs to the caller
   * @return a builder
   */
  public static NoticeReceiverBuilder builder(CaseOperations cases) {
    return new NoticeReceiverBuilder(cases);
  }

  /**
   * Rings for the case of each notice that could be read, as soon as it could, so that a wait that
   * was given the signal reads the case at once.
   *
   * @return the signal, always the same
   */
  public Signal signal() {
    return signal;
  }

  /**
   * Takes a notice whose body is still to be read. No more than one byte beyond the limit is read.
   *
   * @param headers its headers, for the check of the signature
   * @param body its body; not closed
   * @param work what is to be done if it is confirmed
   * @param <E> what the work throws
   * @return what became of it
   * @throws IOException if the body cannot be read
   * @throws E as {@link #receive(Map, byte[], NoticeWork)} does
   * @throws dev.casewright.client.error.CasewrightException as {@link #receive(Map, byte[],
   *     NoticeWork)} does
   */
  public <E extends Exception> NoticeResult receive(
      Map<String, List<String>> headers, InputStream body, NoticeWork<E> work)
      throws IOException, E {
    return receive(headers, body.readNBytes(largestBody + 1), work);
  }

  /**
   * Takes a notice and does what is to be done for it. The notice is remembered once that is done:
   * if it fails, the notice is forgotten, and if the notice comes again meanwhile, it is {@link
   * NoticeOutcome#UNDER_WAY}. So none is lost as long as the sender sends again what was not
   * answered with 2xx. Blocks while the case is read and dealt with. May be repeated.
   *
   * <p>A sender that gives up gives up for good: {@link
   * FinalizedCaseOperations#finalizedSince(dev.casewright.client.emedgene.FinalizedMark)} finds the
   * finalized cases that no notice told of.
   *
   * @param headers its headers, for the check of the signature
   * @param body its body
   * @param work what is to be done if it is confirmed; called in this thread, at most once
   * @param <E> what the work throws
   * @return what became of it
   * @throws E what the work throws; the notice is not remembered, so answer with 503 and let it be
   *     sent again
   * @throws dev.casewright.client.error.CasewrightException if the case could not be read; the
   *     notice is not remembered either
   */
  public <E extends Exception> NoticeResult receive(
      Map<String, List<String>> headers, byte[] body, NoticeWork<E> work) throws E {
    NoticeResult result = check(headers, body, confirmed::begin);
    if (result.key().isPresent()) {
      boolean done = false;
      try {
        work.dealWith(result.readCase().orElseThrow());
        done = true;
      } finally {
        result.key().ifPresent(done ? confirmed::done : confirmed::forget);
      }
    }
    return result;
  }

  /**
   * Takes a notice whose body is still to be read. No more than one byte beyond the limit is read.
   *
   * @param headers its headers, for the check of the signature
   * @param body its body; not closed
   * @return what became of it
   * @throws IOException if the body cannot be read
   * @throws dev.casewright.client.error.CasewrightException as {@link #receive(Map, byte[])} does
   */
  public NoticeResult receive(Map<String, List<String>> headers, InputStream body)
      throws IOException {
    return receive(headers, body.readNBytes(largestBody + 1));
  }

  /**
   * Takes a notice, and remembers it as soon as it is confirmed, before anything is done for it: if
   * that fails, call {@link #forget}. A notice that comes again before that is a duplicate, so it
   * may be lost; {@link #receive(Map, byte[], NoticeWork)} loses none. Blocks while the case is
   * read, which takes as long as a call may take: if the sender is not to wait for that, answer it
   * first. May be repeated.
   *
   * @param headers its headers, for the check of the signature
   * @param body its body
   * @return what became of it
   * @throws dev.casewright.client.error.CasewrightException if the case could not be read; the
   *     notice is not remembered, so answer with 503 and let it be sent again
   */
  public NoticeResult receive(Map<String, List<String>> headers, byte[] body) {
    return check(headers, body, confirmed::remember);
  }

  /**
   * Takes up a notice.
   *
   * @param takeUp takes note of a confirmed one, and tells the state that it had
   */
  private NoticeResult check(
      Map<String, List<String>> headers, byte[] body, Function<NoticeKey, State> takeUp) {
    if (body.length > largestBody) {
      return NoticeResult.refused(NoticeRefusal.TOO_LARGE);
    }
    if (signature.isPresent() && !signature.get().isGenuine(headers, body)) {
      return NoticeResult.refused(NoticeRefusal.NOT_GENUINE);
    }
    Optional<JsonNode> notice = reader.object(body);
    if (notice.isEmpty()) {
      return NoticeResult.refused(NoticeRefusal.NOT_A_JSON_OBJECT);
    }
    Optional<String> caseName = reader.caseName(notice.get());
    if (caseName.isEmpty()) {
      return NoticeResult.refused(NoticeRefusal.NO_CASE_NAME);
    }
    Optional<String> status = reader.status(notice.get());
    if (reader.tellsStatus() && status.isEmpty()) {
      return NoticeResult.refused(NoticeRefusal.NO_STATUS);
    }
    signal.ring(caseName.get());
    return believe(new NoticeKey(caseName.get(), status.orElse(""), digest(body)), takeUp);
  }

  private NoticeResult believe(NoticeKey notice, Function<NoticeKey, State> takeUp) {
    State before = confirmed.state(notice);
    if (before != State.NEW) {
      return repeated(before);
    }
    CaseInfo read;
    try {
      read = cases.getCaseInfo(notice.caseName());
    } catch (NotFoundException unknown) {
      return NoticeResult.refused(NoticeRefusal.NO_SUCH_CASE);
    }
    boolean right =
        read.name().equals(notice.caseName())
            && (!reader.tellsStatus() || read.status().value().equals(notice.status()));
    if (!right) {
      return NoticeResult.notConfirmed(read);
    }
    State state = takeUp.apply(notice);
    return state == State.NEW ? NoticeResult.confirmed(read, notice) : repeated(state);
  }

  private static NoticeResult repeated(State state) {
    return state == State.DONE ? NoticeResult.duplicate() : NoticeResult.underWay();
  }

  /**
   * Forgets a confirmed notice, so that it is no duplicate when it is sent again. To be called if
   * what the notice was for could not be done; answer the sender with 503 then. Not needed if that
   * was a {@link NoticeWork}.
   *
   * @param result the result; nothing happens unless it is confirmed
   */
  public void forget(NoticeResult result) {
    result.key().ifPresent(confirmed::forget);
  }

  private static String digest(byte[] body) {
    return HexFormat.of().formatHex(Sha256.of(body));
  }
}
