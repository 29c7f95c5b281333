package dev.casewright.conformance.result;

/**
 * Something that a run made and did not take away again. Holds names and ids only.
 *
 * @param kind what it is, such as {@code case}
 * @param name what the server calls it, such as {@code EMG000000123}; empty if it did not say
 * @param reason why it is still there, in a sentence of our own
 */
public record LeftBehind(String kind, String name, String reason) {}
