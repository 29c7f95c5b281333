/** The operations of Illumina Emedgene. */
package dev.casewright.mockserver.emedgene;
