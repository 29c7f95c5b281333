/** The checks of the requirements of the Opal API. */
package dev.casewright.conformance.opal;
