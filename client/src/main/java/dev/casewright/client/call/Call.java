package dev.casewright.client.call;

import dev.casewright.client.error.CallDetails;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.json.UnreadableJsonException;
import dev.casewright.client.time.Ticker;
import feign.FeignException;
import feign.MethodMetadata;
import feign.Request;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;

/**
 * One running call: which operation, since when. It makes the exceptions, so that there is one
 * place where a foreign exception, whose message may quote the request or the answer, ends.
 * Immutable and thread-safe.
 */
public final class Call {
  private final String operation;
  private final boolean changes;
  private final Ticker ticker;
  private final long start;

  private Call(String operation, boolean changes, Ticker ticker) {
    this.operation = operation;
    this.changes = changes;
    this.ticker = ticker;
    this.start = ticker.nanos();
  }

  /**
   * Starts a call of an operation.
   *
   * @param method the method of a generated interface
   * @param ticker the ticker
   * @return the call
   */
  public static Call of(Method method, Ticker ticker) {
    Contracted contracted = method.getAnnotation(Contracted.class);
    // What is not known to be a reading is taken to change something.
    boolean changes = contracted == null || contracted.effect() != Effect.READ;
    return new Call(method.getName(), changes, ticker);
  }

  /**
   * Starts a call that sends a request.
   *
   * @param request the request, made by Feign from a generated interface
   * @param ticker the ticker
   * @return the call
   */
  public static Call of(Request request, Ticker ticker) {
    MethodMetadata metadata =
        request.requestTemplate() == null ? null : request.requestTemplate().methodMetadata();
    return metadata == null || metadata.method() == null
        ? new Call(
            request.httpMethod().name(), request.httpMethod() != Request.HttpMethod.GET, ticker)
        : of(metadata.method(), ticker);
  }

  /**
   * Starts something that only reads.
   *
   * @param operation its name
   * @param ticker the ticker
   * @return the call
   */
  public static Call reading(String operation, Ticker ticker) {
    return new Call(operation, false, ticker);
  }

  /**
   * Starts something that may change the server.
   *
   * @param operation its name
   * @param ticker the ticker
   * @return the call
   */
  public static Call changing(String operation, Ticker ticker) {
    return new Call(operation, true, ticker);
  }

  /**
   * The operation.
   *
   * @return its {@code operationId}
   */
  public String operation() {
    return operation;
  }

  /**
   * The time since the start.
   *
   * @return the time
   */
  public Duration elapsed() {
    return Duration.ofNanos(ticker.nanos() - start);
  }

  /**
   * The details of a refusal: the server said no, so nothing was changed.
   *
   * @param status the HTTP status
   * @param serverMessage the server's own words
   * @return the details
   */
  public CallDetails refused(int status, Optional<String> serverMessage) {
    return new CallDetails(operation, OptionalInt.of(status), elapsed(), false, serverMessage);
  }

  /**
   * The details of a failure that leaves open whether a change happened.
   *
   * @param status the HTTP status, if there was an answer
   * @param serverMessage the server's own words
   * @return the details
   */
  public CallDetails failed(OptionalInt status, Optional<String> serverMessage) {
    return new CallDetails(operation, status, elapsed(), changes, serverMessage);
  }

  /**
   * What to throw in place of a failure of the connection.
   *
   * @param failure what the transport threw
   * @return the exception to throw
   */
  public CasewrightException broken(IOException failure) {
    if (failure instanceof DeadlinePassedException passed) {
      return new DeadlineException(
          unanswered(changes),
          passed.getMessage() + ". Give the call more time, or find out why the server is slow.");
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return new TransportException(
          unanswered(false), "no connection within the time for connecting. Check host and port.");
    }
    if (failure instanceof UnknownHostException
        || failure.getCause() instanceof UnresolvedAddressException) {
      return new TransportException(
          unanswered(false), "the name of the host is not known. Check the base URL.");
    }
    if (failure instanceof ConnectException) {
      return new TransportException(
          unanswered(false), "the connection was not accepted. Check host and port.");
    }
    if (failure instanceof SSLException) {
      return new TransportException(
          unanswered(changes),
          "no secure connection ("
              + typesOf(failure)
              + "). If the server's certificate is signed by an authority of your own,"
              + " name it with trustedCertificate(...).");
    }
    if (failure instanceof InterruptedIOException) {
      return new TransportException(
          unanswered(changes), "the thread was interrupted while it waited for the answer.");
    }
    return new TransportException(
        unanswered(changes), "the connection broke (" + typesOf(failure) + ").");
  }

  /**
   * What to throw in place of something that Feign threw.
   *
   * @param leaked what Feign threw
   * @return the exception to throw
   */
  public RuntimeException plain(FeignException leaked) {
    OptionalInt status =
        leaked.status() > 0 ? OptionalInt.of(leaked.status()) : OptionalInt.empty();
    for (Throwable cause = leaked.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CasewrightException known) {
        return known;
      }
      if (cause instanceof UnreadableJsonException unreadable) {
        return unreadable(status, unreadable);
      }
      if (cause instanceof IllegalArgumentException refusal && status.isEmpty()) {
        return refusal;
      }
      if (cause instanceof IOException failure) {
        return broken(failure);
      }
    }
    return new TransportException(
        failed(status, Optional.empty()), "the call failed (" + typesOf(leaked) + ").");
  }

  /**
   * What to throw in place of a failure to read an answer.
   *
   * @param status the HTTP status of the answer
   * @param unreadable what the reader threw
   * @return the exception to throw
   */
  public DecodeException unreadable(OptionalInt status, UnreadableJsonException unreadable) {
    return new DecodeException(failed(status, Optional.empty()), unreadable.getMessage());
  }

  private CallDetails unanswered(boolean outcomeUnknown) {
    return new CallDetails(
        operation, OptionalInt.empty(), elapsed(), outcomeUnknown, Optional.empty());
  }

  /** The types of a chain of exceptions. Their messages may quote the answer, so they end here. */
  private static String typesOf(Throwable failure) {
    StringBuilder types = new StringBuilder(failure.getClass().getSimpleName());
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
      types.append(" by ").append(cause.getClass().getSimpleName());
    }
    return types.toString();
  }
}
