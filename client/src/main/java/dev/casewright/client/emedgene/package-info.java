/** The client of Illumina Emedgene. */
package dev.casewright.client.emedgene;
