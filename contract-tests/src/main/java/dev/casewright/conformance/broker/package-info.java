/** Gives pacts to a Pact Broker. */
package dev.casewright.conformance.broker;
