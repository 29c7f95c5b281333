package dev.casewright.client.call;

import dev.casewright.client.deadline.Deadline;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer, up to a size and a time. Beyond either it is closed and reading fails, as
 * it does at an end that comes too early. To be used by one thread.
 */
final class LimitedStream extends InputStream {
  private final InputStream body;
  private final Deadline deadline;
  private final int status;
  private final long announced;
  private final long limit;
  private long count;

  /**
   * Creates the stream.
   *
   * @param body the body itself
   * @param deadline when reading has to be over
   * @param status the HTTP status of the answer
   * @param announced how many bytes there are to be at least
   * @param limit how many bytes there may be at most
   */
  LimitedStream(InputStream body, Deadline deadline, int status, long announced, long limit) {
    this.body = body;
    this.deadline = deadline;
    this.status = status;
    this.announced = announced;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int octets = body.read(target, offset, length);
    if (octets > 0) {
      count += octets;
    }
    if (octets < 0 && count < announced) {
      // Not every transport notices.
      throw new CutOffException(count, announced);
    }
    if (count > limit) {
      close();
      throw RefusedAnswerException.tooLarge(status, limit);
    }
    // A transport of somebody else's may know of the time for each part only.
    if (octets >= 0 && deadline.hasPassed()) {
      close();
      throw DeadlinePassedException.total(deadline.limit());
    }
    return octets;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
