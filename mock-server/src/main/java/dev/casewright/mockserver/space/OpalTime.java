package dev.casewright.mockserver.space;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Opal writes its times in PST, and the mock takes that to the letter all year round. */
public final class OpalTime {

  private static final ZoneOffset PST = ZoneOffset.ofHours(-8);

  private OpalTime() {}

  /**
   * A time as Opal writes it.
   *
   * @param time the time
   * @return the same time without a zone
   */
  public static LocalDateTime of(Instant time) {
    return LocalDateTime.ofInstant(time, PST);
  }
}
