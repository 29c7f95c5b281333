package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the body of one request as it arrives, so that a slow client waits without a thread, and
 * then sends the request on its way again.
 */
final class BodyReader implements ReadListener, AsyncListener {

  /** The name of the attribute that holds the body once it is there. */
  static final String BODY = "casewright.body";

  private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);
  private static final int BUFFER_BYTES = 16_384;

  /**
   * What is too large is read to its end up to so many times the limit, for the sake of clients.
   */
  private static final int PATIENCE = 4;

  private final String path;
  private final Request base;
  private final HttpServletResponse response;
  private final Limits limits;
  private final AsyncContext context;
  private final ServletInputStream input;
  private final AtomicBoolean done = new AtomicBoolean();
  private final BodyBudget bodies;
  private final BodyBudget.Share share;
  private ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean dropped;
  private long read;

  private BodyReader(
      String path,
      Request base,
      HttpServletResponse response,
      Limits limits,
      BodyBudget bodies,
      AsyncContext context,
      ServletInputStream input) {
    this.path = path;
    this.base = base;
    this.response = response;
    this.limits = limits;
    this.bodies = bodies;
    this.share = bodies.share(base);
    this.context = context;
    this.input = input;
  }

  static void start(
      String path, Request base, HttpServletResponse response, Limits limits, BodyBudget bodies)
      throws IOException {
    AsyncContext context = base.startAsync();
    context.setTimeout(limits.time(Limit.REQUEST_TIME).toMillis());
    BodyReader reader =
        new BodyReader(path, base, response, limits, bodies, context, base.getInputStream());
    context.addListener(reader);
    reader.input.setReadListener(reader);
  }

  /** Whether it is known from the head that the body is not worth reading. */
  static Optional<MockAnswer> refusal(String path, Request base, Limits limits) {
    long length = base.getContentLengthLong();
    boolean asks = base.getHttpFields().contains(HttpHeader.EXPECT);
    boolean refused = length > (long) limits.number(Limit.BODY_BYTES) * (asks ? 1 : PATIENCE);
    return refused ? Optional.of(tooLarge(path, limits)) : Optional.empty();
  }

  static MockAnswer tooLarge(String path, Limits limits) {
    return ErrorShape.at(path)
        .error(
            413,
            "The body is larger than "
                + limits.number(Limit.BODY_BYTES)
                + " bytes. Send a smaller one, or raise "
                + Limit.BODY_BYTES.option()
                + ".");
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    while (!done.get() && input.isReady()) {
      int count = input.read(buffer);
      if (count < 0) {
        return;
      }
      read += count;
      if (read > (long) limits.number(Limit.BODY_BYTES) * PATIENCE) {
        end(tooLarge(path, limits));
      } else if (read > limits.number(Limit.BODY_BYTES) || !share.take(count)) {
        drop();
      } else {
        body.write(buffer, 0, count);
      }
    }
  }

  private void drop() {
    dropped = true;
    body = new ByteArrayOutputStream(0);
    share.giveBack();
  }

  @Override
  public void onAllDataRead() {
    if (read > limits.number(Limit.BODY_BYTES)) {
      end(tooLarge(path, limits));
    } else if (dropped) {
      end(bodies.refusal(path));
    } else if (done.compareAndSet(false, true)) {
      base.setAttribute(BODY, body.toByteArray());
      // This reader is remembered until the request ends, and need not hold a second copy.
      body = new ByteArrayOutputStream(0);
      context.dispatch();
    }
  }

  @Override
  public void onError(Throwable failure) {
    end(isTimeout(failure) ? tooSlow() : unreadable(path));
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end(tooSlow());
  }

  @Override
  public void onError(AsyncEvent event) {
    end(unreadable(path));
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}

  @Override
  public void onComplete(AsyncEvent event) {}

  static MockAnswer unreadable(String path) {
    return ErrorShape.at(path).error(400, "The body cannot be read. Send it whole, as it is.");
  }

  private MockAnswer tooSlow() {
    return ErrorShape.at(path)
        .error(
            408,
            "The request did not come in whole in time: it may take "
                + limits.time(Limit.REQUEST_TIME).toMillis()
                + " ms, and pause for "
                + limits.time(Limit.IDLE_TIME).toMillis()
                + " ms. Send it faster, or raise "
                + Limit.REQUEST_TIME.option()
                + " and "
                + Limit.IDLE_TIME.option()
                + ".");
  }

  private void end(MockAnswer answer) {
    if (done.compareAndSet(false, true)) {
      try {
        FrontHandler.send(answer.withHeader("Connection", "close"), base, response);
      } catch (IOException gone) {
        LOG.debug("Nobody was there to be answered {}.", answer.status());
      } finally {
        context.complete();
      }
    }
  }

  private static boolean isTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }
}
