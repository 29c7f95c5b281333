/** What a run would send. */
package dev.casewright.conformance.plan;
