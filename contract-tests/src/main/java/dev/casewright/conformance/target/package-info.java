/** The server under test: what can be sent to it, and what it answered. */
package dev.casewright.conformance.target;
