/**
 * The state of the mock: spaces, each with reports, cases and users of its own.
 *
 * <p>What a space holds is immutable; a change makes a new state, all at once or not at all.
 */
package dev.casewright.mockserver.space;
