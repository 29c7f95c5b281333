package dev.casewright.mockserver.transport;

/**
 * What keeps the server from harm.
 *
 * @param limits how much it takes
 * @param admin who may use its admin APIs
 */
public record Protection(Limits limits, AdminAccess admin) {}
