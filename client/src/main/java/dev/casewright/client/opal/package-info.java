/** The client of Omicia Opal. */
package dev.casewright.client.opal;
