package dev.casewright.conformance.baseline;

/**
 * An entry of a baseline that is to be taken out or changed.
 *
 * @param entry the entry
 * @param reason what is the matter, in a sentence
 */
public record StaleEntry(KnownFailure entry, String reason) {}
