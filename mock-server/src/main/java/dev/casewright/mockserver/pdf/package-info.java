/** Draws reports as PDF files. */
package dev.casewright.mockserver.pdf;
