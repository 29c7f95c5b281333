/** How each requirement of Emedgene can be broken. */
package dev.casewright.mockserver.deviation.emedgene;
