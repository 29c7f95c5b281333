/** Values that must not come out of a run, and how they are looked for. */
package dev.casewright.conformance.canary;
