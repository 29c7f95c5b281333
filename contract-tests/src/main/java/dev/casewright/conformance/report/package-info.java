/** The reports of a run, for people, for CI and for auditors. */
package dev.casewright.conformance.report;
