/** Runs the checks against a target, and makes verdicts of what they find. */
package dev.casewright.conformance.run;
