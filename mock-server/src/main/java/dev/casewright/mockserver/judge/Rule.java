package dev.casewright.mockserver.judge;

import dev.casewright.openapi.Api;
import java.time.Instant;
import java.util.Locale;

/** What clients are judged by. */
enum Rule {
  CREDENTIALS_OVER_PLAIN_HTTP(
      "Credentials go out over TLS only, the first request included.", "OPAL-TLS-01", "EMG-TLS-01"),
  STALE_TOKEN_USED_AGAIN(
      "A token that was refused with 401 is not sent again; the client logs in anew.",
      "EMG-AUTH-12",
      "EMG-AUTH-12"),
  RETRY_AFTER_IGNORED(
      "No request to the operation goes out before the time that Retry-After told.",
      "RFC 9110, 10.2.3",
      "RFC 9110, 10.2.3"),
  WRITE_REPEATED_AFTER_LOST_ANSWER(
      "A write that may have happened is looked up, not sent again.",
      "RFC 9110, 9.2.2",
      "RFC 9110, 9.2.2"),
  PAGE_SKIPPED(
      "The next offset is at most the last one and the number of rows that came.",
      "OPAL-PAGE-04",
      "OPAL-PAGE-04");

  private final String expected;
  private final String behindInOpal;
  private final String behindInEmedgene;

  Rule(String expected, String behindInOpal, String behindInEmedgene) {
    this.expected = expected;
    this.behindInOpal = behindInOpal;
    this.behindInEmedgene = behindInEmedgene;
  }

  Finding broken(Api api, String operation, Instant now) {
    return new Finding(
        name().toLowerCase(Locale.ROOT).replace('_', '-'),
        operation,
        now,
        now,
        1,
        expected,
        api == Api.OPAL ? behindInOpal : behindInEmedgene);
  }
}
