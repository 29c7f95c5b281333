/**
 * Masks what was sent and answered, by lists of what may be shown; all else becomes {@code ***}.
 */
package dev.casewright.conformance.mask;
