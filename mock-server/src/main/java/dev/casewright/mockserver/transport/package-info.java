/** The HTTP front: WireMock behind listeners of our own. */
package dev.casewright.mockserver.transport;
