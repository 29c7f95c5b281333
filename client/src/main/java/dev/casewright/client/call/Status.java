package dev.casewright.client.call;

import java.util.Set;

/** What an HTTP status means for a call, whatever the operation. */
public final class Status {
  /** 408: the server, or something in front of it, gave up waiting. It may have begun already. */
  private static final int REQUEST_TIMEOUT = 408;

  private static final Set<Integer> PASSING = Set.of(REQUEST_TIMEOUT, 429, 502, 503, 504);

  private Status() {}

  /**
   * Whether the server did what it was asked.
   *
   * @param status the status
   * @return true from 200 to 299
   */
  public static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  /**
   * Whether the server refused the request, and so changed nothing.
   *
   * @param status the status
   * @return true from 400 to 499, but for 408, after which nobody knows
   */
  static boolean isRefusal(int status) {
    return status >= 400 && status < 500 && status != REQUEST_TIMEOUT;
  }

  /**
   * Whether the same request may be answered otherwise a moment later.
   *
   * @param status the status
   * @return true for those that are repeated, if the operation may be
   */
  static boolean isPassing(int status) {
    return PASSING.contains(status);
  }
}
