/** Who calls: the demo credentials of both APIs, and the tokens of Emedgene. */
package dev.casewright.mockserver.credentials;
