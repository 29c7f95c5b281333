/** Time, put in from outside. */
package dev.casewright.client.time;
