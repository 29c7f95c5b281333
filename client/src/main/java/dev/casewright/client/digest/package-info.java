/** Digests of bytes. */
package dev.casewright.client.digest;
