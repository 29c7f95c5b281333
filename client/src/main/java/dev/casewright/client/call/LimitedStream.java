package dev.casewright.client.call;

import dev.casewright.client.time.Deadline;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer, up to a size and a time. Beyond either it is closed and reading fails. To
 * be used by one thread.
 */
final class LimitedStream extends InputStream {
  private final InputStream body;
  private final Deadline deadline;
  private final int status;
  private final long limit;
  private long count;

  LimitedStream(InputStream body, Deadline deadline, int status, long limit) {
    this.body = body;
    this.deadline = deadline;
    this.status = status;
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
