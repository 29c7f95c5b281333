/** The operations of Omicia Opal. */
package dev.casewright.mockserver.opal;
