/** The table that shows what verifies each requirement. */
package dev.casewright.contracttests.coverage;
