package dev.casewright.client.call;

import dev.casewright.client.observe.AttemptEvent;
import feign.Request;
import feign.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request and its answer. It is over when the answer's body is closed, or when there is none.
 * To be used by one thread at a time.
 */
final class Attempt {
  private final Call call;
  private final CallSettings settings;
  private final long start;
  private final long bytesSent;
  private final boolean overTls;
  private final int number;
  private OptionalInt status = OptionalInt.empty();
  private Optional<String> failure = Optional.empty();
  private long bytesReceived;
  private boolean over;

  Attempt(Call call, Request request, CallSettings settings) {
    this.call = call;
    this.settings = settings;
    this.start = settings.ticker().nanos();
    this.bytesSent = request.body() == null ? 0 : request.body().length;
    this.overTls = request.url().startsWith("https:");
    this.number = call.progress().attempted(bytesSent);
  }

  void broken(Throwable thrown) {
    if (thrown instanceof IOException broken && Failures.isBeforeSending(broken)) {
      call.progress().notSent();
    }
    failure = Optional.of(thrown.getClass().getSimpleName());
    end();
  }

  Response answered(Response answer) {
    status = OptionalInt.of(answer.status());
    call.answered(answer.status(), overTls);
    if (answer.body() == null) {
      end();
      return answer;
    }
    return answer.toBuilder().body(new CountedBody(answer.body())).build();
  }

  private void end() {
    if (!over) {
      over = true;
      settings
          .observer()
          .attemptEnded(
              new AttemptEvent(
                  call.operation(),
                  call.correlationId(),
                  number,
                  status,
                  failure,
                  bytesSent,
                  bytesReceived,
                  Duration.ofNanos(settings.ticker().nanos() - start)));
    }
  }

  /** The body of the answer, which tells the attempt what was read and when it is closed. */
  private final class CountedBody implements Response.Body {
    private final Response.Body body;
    private InputStream stream;

    CountedBody(Response.Body body) {
      this.body = body;
    }

    @Override
    public Integer length() {
      return body.length();
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public InputStream asInputStream() throws IOException {
      if (stream == null) {
        stream = new CountedStream(body.asInputStream());
      }
      return stream;
    }

    @Override
    public Reader asReader(Charset charset) throws IOException {
      return new InputStreamReader(asInputStream(), charset);
    }

    @Override
    public void close() throws IOException {
      try {
        body.close();
      } finally {
        end();
      }
    }
  }

  private final class CountedStream extends FilterInputStream {
    CountedStream(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int count = super.read(target, offset, length);
        if (count > 0) {
          bytesReceived += count;
          call.progress().received(count);
        }
        return count;
      } catch (IOException thrown) {
        failure = Optional.of(thrown.getClass().getSimpleName());
        throw thrown;
      }
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        end();
      }
    }
  }
}
