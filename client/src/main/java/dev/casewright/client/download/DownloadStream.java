package dev.casewright.client.download;

import dev.casewright.client.call.OpenAnswer;
import java.io.InputStream;
import java.util.Optional;

/**
 * A download that is read while it comes in, whatever its size. To be closed; closing it early
 * gives up the connection. Reading blocks until something comes or the time for downloads is over;
 * then the connection is given up even if nobody reads. To be used by one thread.
 *
 * <p>No method throws an {@code IOException}: what is wrong with the answer is a {@link
 * dev.casewright.client.error.CasewrightException}. That the answer is whole is known at its end
 * only: the last reading throws if it is shorter than announced or if a PDF is not whole, when most
 * of it has been given out. So what was read counts once {@link #receipt()} is there.
 */
public final class DownloadStream extends InputStream {
  private final OpenAnswer answer;
  private final CheckedBody body;
  private boolean closed;

  DownloadStream(OpenAnswer answer, CheckedBody body) {
    this.answer = answer;
    this.body = body;
  }

  /**
   * Reads the next byte.
   *
   * @return the byte from 0 to 255, or -1 at the end of an answer that is whole
   * @throws dev.casewright.client.error.CasewrightException if the answer breaks off or does not
   *     pass its checks
   * @throws IllegalStateException if the stream is closed
   */
  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * Reads what is there, at least one byte.
   *
   * @return the number of bytes, or -1 at the end of an answer that is whole
   * @throws dev.casewright.client.error.CasewrightException if the answer breaks off or does not
   *     pass its checks
   * @throws IllegalStateException if the stream is closed
   */
  @Override
  public int read(byte[] target, int offset, int length) {
    if (closed) {
      throw new IllegalStateException("The download is closed: read it before.");
    }
    try {
      int count = body.read(target, offset, length);
      if (count < 0) {
        answer.end();
      }
      return count;
    } catch (RuntimeException | Error failure) {
      answer.endWith(failure);
      throw failure;
    }
  }

  /**
   * What was downloaded. Does not block.
   *
   * @return the receipt, without a path
   * @throws IllegalStateException if the end was not reached: until a reading has given -1, nobody
   *     knows whether the answer is whole
   */
  public Download receipt() {
    return body.receipt()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no receipt yet: read the download until read(...) gives -1."));
  }

  /**
   * The media type that the server named.
   *
   * @return the header {@code Content-Type} as it came
   */
  public Optional<String> contentType() {
    return answer.header("Content-Type");
  }

  /**
   * The file name that the server suggested, made harmless: see {@link Download#fileName()}. It may
   * be about a patient: keep it out of logs.
   *
   * @return the name, if there was a usable one
   */
  public Optional<String> fileName() {
    return body.fileName();
  }

  /** Ends the download. What was not read is not waited for. May be called again. */
  @Override
  public void close() {
    closed = true;
    answer.end();
  }

  /** Nothing that may be about a patient. */
  @Override
  public String toString() {
    return "DownloadStream["
        + body.receipt().map(Download::toString).orElse("not at its end")
        + "]";
  }
}
