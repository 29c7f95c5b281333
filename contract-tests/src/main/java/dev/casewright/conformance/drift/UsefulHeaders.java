package dev.casewright.conformance.drift;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Headers and media types that are worth telling, and safe to tell since they stand here. Headers
 * that say something about the connection or the machines on the way are none of them.
 */
final class UsefulHeaders {

  private static final Set<String> HEADERS =
      Set.of(
          "accept-ranges",
          "content-disposition",
          "content-encoding",
          "deprecation",
          "etag",
          "idempotency-key",
          "last-modified",
          "link",
          "location",
          "ratelimit",
          "ratelimit-limit",
          "ratelimit-policy",
          "ratelimit-remaining",
          "ratelimit-reset",
          "retry-after",
          "set-cookie",
          "sunset",
          "www-authenticate",
          "x-correlation-id",
          "x-next-page",
          "x-ratelimit-limit",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "x-request-id",
          "x-total-count");

  private static final Set<String> MEDIA_TYPES =
      Set.of(
          "application/json",
          "application/octet-stream",
          "application/pdf",
          "application/problem+json",
          "application/xhtml+xml",
          "application/xml",
          "application/zip",
          "text/csv",
          "text/html",
          "text/plain",
          "text/xml");

  private UsefulHeaders() {}

  static Optional<String> header(String name) {
    return Optional.of(name.toLowerCase(Locale.ROOT)).filter(HEADERS::contains);
  }

  /** A media type without its parameters; {@code *} if it is none of the well-known ones. */
  static String mediaType(String contentType) {
    String type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return type.isEmpty() ? "none" : MEDIA_TYPES.contains(type) ? type : FieldNames.MASKED;
  }
}
