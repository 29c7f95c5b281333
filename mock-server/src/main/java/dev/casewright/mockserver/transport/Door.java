package dev.casewright.mockserver.transport;

/**
 * A place that requests are let in at: what a stub of WireMock is made of.
 *
 * @param name tells it from other doors
 * @param method the HTTP method that it takes, or {@code ANY}
 * @param pathPattern a regular expression that the whole raw path must match
 * @param priority of two doors that fit, the one with the smaller number is taken
 */
public record Door(String name, String method, String pathPattern, int priority) {}
