/** How surely it is known that an answer is right, and why it was given. */
package dev.casewright.mockserver.evidence;
