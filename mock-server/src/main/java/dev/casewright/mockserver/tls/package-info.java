/**
 * The certificates of the mock: a development authority of its own, good for loopback names and for
 * the hosts that the mock is told to stand in for.
 */
package dev.casewright.mockserver.tls;
