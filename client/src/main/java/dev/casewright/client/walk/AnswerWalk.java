package dev.casewright.client.walk;

import dev.casewright.client.answer.ListParser;
import dev.casewright.client.answer.UnreadableJsonException;
import dev.casewright.client.call.Failures;
import dev.casewright.client.call.OpenAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Walks through a list that comes whole in one answer, and reads the answer meanwhile. The answer
 * is closed at its end, at a failure, and with the stream. To be used by one thread.
 *
 * @param <T> what the rows are
 */
public final class AnswerWalk<T> extends AbstractSpliterator<T> {
  private final Supplier<OpenAnswer> request;
  private final Opening<T> opening;
  private OpenAnswer answer;
  private ListParser<T> rows;
  private boolean over;

  private AnswerWalk(Supplier<OpenAnswer> request, Opening<T> opening) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    this.request = request;
    this.opening = opening;
  }

  /**
   * A list as a stream. Sends nothing until it is walked.
   *
   * @param request sends the request and gives the answer
   * @param opening makes what reads the rows
   * @param <T> what the rows are
   * @return a sequential stream, to be closed if its walk may end early
   */
  public static <T> Stream<T> stream(Supplier<OpenAnswer> request, Opening<T> opening) {
    AnswerWalk<T> walk = new AnswerWalk<>(request, opening);
    return StreamSupport.stream(walk, false).onClose(walk::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    Optional<T> row = over ? Optional.empty() : next();
    row.ifPresent(action);
    return row.isPresent();
  }

  private Optional<T> next() {
    if (answer == null) {
      answer = request.get();
    }
    try {
      if (rows == null) {
        rows = opening.open(answer.body());
      }
      Optional<T> row = rows.next();
      row.ifPresent(read -> answer.call().read(rows.elementPointer(), read));
      if (row.isEmpty()) {
        close();
      }
      return row;
    } catch (IOException failure) {
      throw failed(answer.brokenOff(failure));
    } catch (UnreadableJsonException unreadable) {
      throw failed(Failures.unreadable(answer.call(), answer.details().status(), unreadable));
    } catch (RuntimeException | Error failure) {
      failed(failure);
      throw failure;
    }
  }

  private <E extends Throwable> E failed(E failure) {
    over = true;
    return answer.endWith(failure);
  }

  private void close() {
    over = true;
    if (answer != null) {
      answer.end();
    }
  }

  /**
   * Makes what reads the rows.
   *
   * @param <T> what the rows are
   */
  @FunctionalInterface
  public interface Opening<T> {
    /**
     * Begins to read.
     *
     * @param body the answer, as it comes in
     * @return what reads the rows
     * @throws IOException if the answer breaks off
     */
    ListParser<T> open(InputStream body) throws IOException;
  }
}
