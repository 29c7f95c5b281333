/** Reads answers: in whichever shape they come, strictly, and piece by piece if they are long. */
package dev.casewright.client.answer;
