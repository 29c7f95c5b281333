/** When a requirement was last confirmed on a server of the vendor. */
package dev.casewright.conformance.ledger;
