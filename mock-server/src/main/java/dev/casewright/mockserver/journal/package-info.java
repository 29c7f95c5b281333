/** The last exchanges of each space, with their verdicts and explanations. */
package dev.casewright.mockserver.journal;
