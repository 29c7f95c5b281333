/** What changed from one version of the contract to the next, whom it breaks, what it touches. */
package dev.casewright.conformance.difference;
