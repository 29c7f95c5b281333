/** When a call is sent again. */
package dev.casewright.client.retry;
