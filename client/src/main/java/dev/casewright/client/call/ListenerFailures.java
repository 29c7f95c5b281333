package dev.casewright.client.call;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that something that was put into a client failed, without its words. */
public final class ListenerFailures {
  private static final Logger LOG = LoggerFactory.getLogger("dev.casewright.client.observers");

  private ListenerFailures() {}

  /**
   * Logs a failure that must not reach the call.
   *
   * @param who what failed
   * @param failure what it threw
   */
  public static void log(String who, Throwable failure) {
    LOG.warn("{} failed: {}", who, failure.getClass().getName());
  }
}
