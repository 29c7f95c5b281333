package dev.casewright.mockserver.credentials;

/**
 * Somebody whose credentials are good.
 *
 * @param space the name of the space that the credentials belong to
 */
public record Caller(String space) {}
