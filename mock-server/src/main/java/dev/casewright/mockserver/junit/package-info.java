/**
 * An extension of JUnit Jupiter: {@link dev.casewright.mockserver.junit.CasewrightMock} starts the
 * mock server and gives each test a space of its own. Nothing else of the server needs JUnit.
 */
package dev.casewright.mockserver.junit;
