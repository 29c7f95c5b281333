/** Finds what was probably meant. */
package dev.casewright.mockserver.suggestion;
