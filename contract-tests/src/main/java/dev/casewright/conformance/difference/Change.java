package dev.casewright.conformance.difference;

/**
 * One change of the contract.
 *
 * @param breaking whether it can break a client that kept to the version before
 * @param place where, such as {@code query limit} or {@code answer 200 body/objects/*}{@code /id};
 *     empty for the operation itself
 * @param what what changed, in words and names of the contract
 */
public record Change(boolean breaking, String place, String what) {}
