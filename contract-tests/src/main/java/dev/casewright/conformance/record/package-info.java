/** What the build wrote down about the checks, and put into the runnable jar. */
package dev.casewright.conformance.record;
