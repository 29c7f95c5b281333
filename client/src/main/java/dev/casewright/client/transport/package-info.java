/** Sending requests with the JDK's HTTP client. */
package dev.casewright.client.transport;
