/** The checks of the requirements of the Emedgene API. */
package dev.casewright.conformance.emedgene;
