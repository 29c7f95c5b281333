package dev.casewright.client.drift;

/**
 * One thing that the contract does not know, and how often it came in a call. Immutable and
 * thread-safe.
 *
 * @param kind in which way it is unknown
 * @param pointer where: a JSON pointer from the root of the answer, in the shape that the contract
 *     gives it. {@code *} stands for any index of an array, for a key that the contract leaves
 *     free, and for the name of an unknown field that does not look like a name. Empty for a status
 * @param shape what: the JSON type ({@code array}, {@code boolean}, {@code null}, {@code number},
 *     {@code object} or {@code string}), or a status such as {@code HTTP 418}
 * @param count how often, at least 1
 */
public record DriftFinding(DriftKind kind, String pointer, String shape, int count) {}
