package dev.casewright.client.call;

import dev.casewright.client.error.CallDetails;
import dev.casewright.client.error.CasewrightException;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An answer that was handed out unread, and the call that goes on until it is read. Whoever reads
 * it ends the call with {@link #end()} or {@link #endWith}, of which only the first counts. To be
 * used by one thread.
 */
public final class OpenAnswer {
  private final Call call;
  private final Response answer;
  private InputStream body;

  private OpenAnswer(Call call, Response answer) {
    this.call = call;
    this.answer = answer;
  }

  /** The answer, with its call behind it. */
  static Response of(Call call, Response answer) {
    Response.Builder with = answer.toBuilder();
    Response.Body body =
        answer.body() == null ? with.body(new byte[0]).build().body() : answer.body();
    return with.body(new CalledBody(call, body)).build();
  }

  /**
   * Takes what an operation whose answer is handed out unread has returned.
   *
   * @param answer what was returned
   * @return the answer and its call
   * @throws IllegalStateException if no operation of ours has returned it
   */
  public static OpenAnswer of(Response answer) {
    if (answer.body() instanceof CalledBody called) {
      return new OpenAnswer(called.call(), answer);
    }
    throw new IllegalStateException("The answer does not come from a Casewright client.");
  }

  /**
   * The call that goes on.
   *
   * @return the call
   */
  public Call call() {
    return call;
  }

  /**
   * The status of the answer.
   *
   * @return a status from 200 to 299
   */
  public int status() {
    return answer.status();
  }

  /**
   * A header of the answer.
   *
   * @param name its name
   * @return its first value
   */
  public Optional<String> header(String name) {
    return AnswerHeaders.first(answer, name);
  }

  /**
   * The length that the answer announces.
   *
   * @return the number of bytes; empty if none is announced
   */
  public OptionalLong contentLength() {
    return AnswerHeaders.contentLength(answer);
  }

  /**
   * The body, as it comes in. What it throws is to be given to {@link #brokenOff}.
   *
   * @return the same stream each time
   * @throws IOException if it cannot be opened
   */
  public InputStream body() throws IOException {
    if (body == null) {
      body = answer.body().asInputStream();
    }
    return body;
  }

  /** Ends the call well. If the body was not read to its end, the connection is given up. */
  public void end() {
    close();
    call.end(Optional.empty());
  }

  /**
   * Ends the call with a failure, and gives up what is left of the body.
   *
   * @param failure what the call ends with
   * @param <E> its type
   * @return the same
   */
  public <E extends Throwable> E endWith(E failure) {
    close();
    call.end(Optional.of(failure));
    return failure;
  }

  /**
   * What is known of the call, when it fails although the server did what it was asked.
   *
   * @return the details
   */
  public CallDetails details() {
    return call.failed(OptionalInt.of(answer.status()), Optional.empty());
  }

  /**
   * What to throw in place of a failure to read the body.
   *
   * @param failure what the body threw
   * @return the exception to throw
   */
  public CasewrightException brokenOff(IOException failure) {
    return Failures.broken(call, OptionalInt.of(answer.status()), failure);
  }

  private void close() {
    try {
      answer.body().close();
    } catch (IOException ignored) {
      // What counts has been read, or has failed already.
    }
  }

  private record CalledBody(Call call, Response.Body body) implements Response.Body {
    @Override
    public Integer length() {
      return body.length();
    }

    @Override
    public boolean isRepeatable() {
      return body.isRepeatable();
    }

    @Override
    public InputStream asInputStream() throws IOException {
      return body.asInputStream();
    }

    @Override
    public Reader asReader(Charset charset) throws IOException {
      return body.asReader(charset);
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }
}
