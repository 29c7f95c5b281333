/** When something has to be over. */
package dev.casewright.client.deadline;
