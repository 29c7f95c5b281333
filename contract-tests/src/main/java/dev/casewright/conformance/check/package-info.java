/** How checks are declared, and how they get at their target. */
package dev.casewright.conformance.check;
