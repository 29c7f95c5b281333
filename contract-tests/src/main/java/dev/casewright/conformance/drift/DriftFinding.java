package dev.casewright.conformance.drift;

import dev.casewright.openapi.Api;
import java.util.Comparator;

/**
 * One place where answers and the contract are apart. Holds names and shapes, never a value.
 *
 * @param api the API
 * @param operation the {@code operationId} of the contract
 * @param kind in which way they are apart
 * @param status the HTTP status of the answers; 0 if it is about the whole operation
 * @param pointer where: a JSON pointer from the root of the answer, in the shape that the contract
 *     gives it. {@code *} stands for any index of an array, for a key that the contract leaves
 *     free, and for the name of an unknown field that may be data. Empty if it is not about a part
 *     of the body
 * @param shape what: a JSON type ({@code array}, {@code boolean}, {@code integer}, {@code null},
 *     {@code number}, {@code object} or {@code string}; {@code any} if the contract leaves it
 *     open), a status such as {@code HTTP 418}, a well-known media type or a well-known header
 * @param document the JSON pointer of the part of the OpenAPI document that this is about
 * @param count how often it came; 0 if it was never seen
 */
public record DriftFinding(
    Api api,
    String operation,
    DriftKind kind,
    int status,
    String pointer,
    String shape,
    String document,
    int count)
    implements Comparable<DriftFinding> {

  private static final Comparator<DriftFinding> ORDER =
      Comparator.comparing(DriftFinding::api)
          .thenComparing(DriftFinding::operation)
          .thenComparing(DriftFinding::kind)
          .thenComparing(DriftFinding::status)
          .thenComparing(DriftFinding::pointer)
          .thenComparing(DriftFinding::shape)
          .thenComparing(DriftFinding::document)
          .thenComparing(DriftFinding::count);

  /** By API, operation, kind, status, pointer and shape. */
  @Override
  public int compareTo(DriftFinding other) {
    return ORDER.compare(this, other);
  }
}
