package dev.casewright.client.call;

import dev.casewright.client.answer.UnreadableJsonException;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.CallDetails;
import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.Outcome;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.TransportException;
import feign.FeignException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.SignatureException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Makes exceptions of ours in place of foreign ones. The message of a foreign one may quote the
 * request or the answer, so it ends here, and is no cause either.
 */
public final class Failures {
  private Failures() {}

  /**
   * What to throw in place of a failure of the connection.
   *
   * @param call the call
   * @param failure what the transport threw
   * @return the exception to throw
   */
  public static CasewrightException broken(Call call, IOException failure) {
    return broken(call, OptionalInt.empty(), failure);
  }

  /** The same, for an answer that has begun. */
  static CasewrightException broken(Call call, OptionalInt status, IOException failure) {
    if (failure instanceof RefusedAnswerException refused) {
      return new DecodeException(
          call.failed(OptionalInt.of(refused.status()), Optional.empty()), refused.getMessage());
    }
    CallDetails details = call.failed(status, Optional.empty());
    String what = isBeforeSending(failure) ? unconnected(failure) : lost(failure);
    if (details.outcome() == Outcome.UNKNOWN) {
      return new OutcomeUnknownException(details, what);
    }
    return failure instanceof DeadlinePassedException || failure instanceof SocketTimeoutException
        ? new DeadlineException(
            details, what + " Give the call more time, or find out why the server is slow.")
        : new TransportException(details, what);
  }

  /**
   * Whether a connection failed before anything was sent on it.
   *
   * @param failure what the transport threw
   * @return true if the server cannot have seen the request
   */
  public static boolean isBeforeSending(IOException failure) {
    return failure instanceof HttpConnectTimeoutException
        || isUnknownHost(failure)
        || failure instanceof ConnectException
        || failure instanceof SSLHandshakeException
        || isNoTls(failure);
  }

  /**
   * Whether the other side does not speak TLS, which only the first bytes from it can show. The JDK
   * says so by its words only, not always by the same, and now and then within another exception.
   */
  static boolean isNoTls(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException
          && String.valueOf(cause.getMessage())
              .toLowerCase(Locale.ROOT)
              .contains("recognized ssl message")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnknownHost(IOException failure) {
    return failure instanceof UnknownHostException
        || failure.getCause() instanceof UnresolvedAddressException;
  }

  private static String unconnected(IOException failure) {
    if (failure instanceof NotConnectedException told) {
      return told.getMessage();
    }
    if (isNoTls(failure)) {
      return "what answered does not speak TLS. Check host and port: it may be the port for plain"
          + " http.";
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection within the time for connecting. Check host and port.";
    }
    if (isUnknownHost(failure)) {
      return "the name of the host is not known. Check the base URL.";
    }
    return failure instanceof SSLException
        ? insecure(failure)
        : "the connection was not accepted. Check host and port.";
  }

  private static String lost(IOException failure) {
    if (failure instanceof DeadlinePassedException passed) {
      return passed.getMessage() + ".";
    }
    if (failure instanceof SSLException) {
      return insecure(failure);
    }
    if (failure instanceof TransportClosedException || failure instanceof CutOffException) {
      return failure.getMessage() + ".";
    }
    if (failure instanceof SocketTimeoutException) {
      return "nothing came within the time for reading.";
    }
    return failure instanceof InterruptedIOException
        ? "the thread was interrupted before the answer was there."
        : "the connection broke (" + typesOf(failure) + ").";
  }

  private static String insecure(IOException failure) {
    return "no secure connection ("
        + typesOf(failure)
        + "). If the server's certificate is signed by an authority of your own,"
        + " name it with trustedCertificate(...)"
        + (isSignedByAnotherKey(failure)
            ? " (the one that is named has the right name and another key: it may be the"
                + " certificate of an earlier start)"
            : "")
        + "; if the server asks for a certificate of the client, give one with"
        + " clientCertificate(...).";
  }

  private static boolean isSignedByAnotherKey(IOException failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 6; depth++, cause = cause.getCause()) {
      if (cause instanceof SignatureException) {
        return true;
      }
    }
    return false;
  }

  /**
   * What to throw in place of something that Feign threw.
   *
   * @param call the call
   * @param leaked what Feign threw
   * @return the exception to throw
   */
  static RuntimeException plain(Call call, FeignException leaked) {
    OptionalInt status =
        leaked.status() > 0 ? OptionalInt.of(leaked.status()) : OptionalInt.empty();
    for (Throwable cause = leaked.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CasewrightException known) {
        return known;
      }
      if (cause instanceof CredentialsRefusedException) {
        return AuthenticationException.refused(call.failed(status, Optional.empty()));
      }
      if (cause instanceof UnreadableJsonException unreadable) {
        return unreadable(call, status, unreadable);
      }
      if (cause instanceof IllegalArgumentException refusal && status.isEmpty()) {
        return refusal;
      }
      if (cause instanceof IOException failure) {
        return broken(call, status, failure);
      }
    }
    return new TransportException(
        call.failed(status, Optional.empty()), "the call failed (" + typesOf(leaked) + ").");
  }

  /**
   * What to throw in place of a failure to read an answer.
   *
   * @param call the call
   * @param status the HTTP status of the answer
   * @param unreadable what the reader threw
   * @return the exception to throw
   */
  public static DecodeException unreadable(
      Call call, OptionalInt status, UnreadableJsonException unreadable) {
    return new DecodeException(call.failed(status, Optional.empty()), unreadable.getMessage());
  }

  /** The types of a chain of exceptions, without their messages. */
  private static String typesOf(Throwable failure) {
    StringBuilder types = new StringBuilder(failure.getClass().getSimpleName());
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
      types.append(" by ").append(cause.getClass().getSimpleName());
    }
    return types.toString();
  }
}
