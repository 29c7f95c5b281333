/** Known failures, which a run is forgiven until they are gone. */
package dev.casewright.conformance.baseline;
