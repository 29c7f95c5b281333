/** Two servers, checked by one suite, side by side. */
package dev.casewright.conformance.compare;
