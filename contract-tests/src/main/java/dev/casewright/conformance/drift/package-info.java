/**
 * What a server sends that the contract does not know, and what the contract promises that was
 * never seen: shapes, never values.
 */
package dev.casewright.conformance.drift;
