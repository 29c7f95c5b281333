package dev.casewright.mockserver.space;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a case or report has come to the next step on its way.
 *
 * @param since when it took the step before, or set out
 * @param reads how often it has been read since
 */
record Journey(Instant since, int reads) {

  static Journey begunAt(Instant time) {
    return new Journey(time, 0);
  }

  Journey readOnce() {
    return new Journey(since, reads + 1);
  }

  Journey shiftedBy(Duration time) {
    return new Journey(since.plus(time), reads);
  }
}
