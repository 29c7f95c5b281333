/** Sending again what may be sent again. */
package dev.casewright.client.retry;
