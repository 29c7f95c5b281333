package dev.casewright.client.transport;

import dev.casewright.client.deadline.Deadline;
import java.time.Duration;
import java.util.Objects;

/**
 * How long a call may take. Immutable and thread-safe.
 *
 * @param connect for making a connection, TLS included; when it is over nothing was sent, so a read
 *     is repeated, and a write changed nothing
 * @param response from sending a request to the head of its answer, a new connection and TLS
 *     included
 * @param idle between two parts of an answer's body
 * @param total for a whole call: its attempts, the waits between them and the last byte of the
 *     answer
 * @param download the same for a call whose answer is a file, or a list that is read as it comes in
 */
public record Timeouts(
    Duration connect, Duration response, Duration idle, Duration total, Duration download) {

  private static final Timeouts DEFAULTS =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10));

  /** Refuses times that are not positive, or longer than 365 days. */
  public Timeouts {
    for (Duration time : new Duration[] {connect, response, idle, total, download}) {
      if (Objects.requireNonNull(time, "time").isNegative() || time.isZero()) {
        throw new IllegalArgumentException(
            "A timeout has to be longer than nothing; there is no way to wait for ever.");
      }
      if (time.compareTo(Deadline.LONGEST) > 0) {
        throw new IllegalArgumentException(
            "A timeout is at most 365 days; there is no way to wait for ever.");
      }
    }
  }

  /**
   * Ten seconds for connecting, sixty for the head of an answer, thirty between two parts of its
   * body, sixty for a whole call, and ten minutes for a download.
   *
   * @return the defaults
   */
  public static Timeouts defaults() {
    return DEFAULTS;
  }

  /**
   * These, with another time for connecting.
   *
   * @param time a positive time
   * @return new timeouts
   */
  public Timeouts withConnect(Duration time) {
    return new Timeouts(time, response, idle, total, download);
  }

  /**
   * These, with another time for the head of an answer.
   *
   * @param time a positive time
   * @return new timeouts
   */
  public Timeouts withResponse(Duration time) {
    return new Timeouts(connect, time, idle, total, download);
  }

  /**
   * These, with another time between two parts of a body.
   *
   * @param time a positive time
   * @return new timeouts
   */
  public Timeouts withIdle(Duration time) {
    return new Timeouts(connect, response, time, total, download);
  }

  /**
   * These, with another time for a whole call.
   *
   * @param time a positive time
   * @return new timeouts
   */
  public Timeouts withTotal(Duration time) {
    return new Timeouts(connect, response, idle, time, download);
  }

  /**
   * These, with another time for a download.
   *
   * @param time a positive time
   * @return new timeouts
   */
  public Timeouts withDownload(Duration time) {
    return new Timeouts(connect, response, idle, total, time);
  }
}
