/** The command line of the suite. */
package dev.casewright.conformance.cli;
