package dev.casewright.mockserver.space;

import java.time.Instant;

/**
 * A change of the status of a case.
 *
 * @param caseName the name of the case
 * @param status its new status
 * @param at when
 */
public record CaseMove(String caseName, String status, Instant at) {}
