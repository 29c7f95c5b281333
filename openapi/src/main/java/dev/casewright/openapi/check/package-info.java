/**
 * Checks requests and answers against a contract.
 *
 * <p>What is found is told as {@link dev.casewright.openapi.check.Violation}s, which name a place
 * and a rule and never a value, so that they may be logged.
 */
package dev.casewright.openapi.check;
