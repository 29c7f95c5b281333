/** Waiting for something to come about on a server. */
package dev.casewright.client.waiting;
