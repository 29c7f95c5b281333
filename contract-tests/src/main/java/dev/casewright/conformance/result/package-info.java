/** What a run of the suite found: verdicts and what they rest on. Masked from the start. */
package dev.casewright.conformance.result;
