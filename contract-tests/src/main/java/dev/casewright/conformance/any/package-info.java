/** What holds of every operation of a contract, whichever it is. */
package dev.casewright.conformance.any;
