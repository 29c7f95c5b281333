/**
 * The data that a space starts with: synthetic, the same every time, and in the shape of the
 * contracts.
 */
package dev.casewright.mockserver.seed;
