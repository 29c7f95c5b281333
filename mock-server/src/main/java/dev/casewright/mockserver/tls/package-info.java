/**
 * The certificates of the mock: a development authority of its own, good for loopback names only.
 */
package dev.casewright.mockserver.tls;
