/** The exceptions, one for each cause. */
package dev.casewright.client.error;
