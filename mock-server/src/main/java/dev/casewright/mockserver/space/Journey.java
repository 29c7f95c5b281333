package dev.casewright.mockserver.space;

import java.time.Instant;

/**
 * How far a new case has come on its way to being delivered.
 *
 * @param started when the case was created
 * @param reads how often it has been read since
 */
record Journey(Instant started, int reads) {

  Journey readOnce() {
    return new Journey(started, reads + 1);
  }
}
