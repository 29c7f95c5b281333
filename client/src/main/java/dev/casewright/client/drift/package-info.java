/** What a server sends that the contract does not know. */
package dev.casewright.client.drift;
