/** Seeing what the client does, without content. */
package dev.casewright.client.observe;
