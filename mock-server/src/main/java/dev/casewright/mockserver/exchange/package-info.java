/** One request and its answer, and the straight way from the one to the other. */
package dev.casewright.mockserver.exchange;
