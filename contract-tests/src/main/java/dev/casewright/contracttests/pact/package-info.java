/** Reads the pacts of this project and compares them with the contracts. */
package dev.casewright.contracttests.pact;
