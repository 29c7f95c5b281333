/** Putting credentials on requests. */
package dev.casewright.client.auth;
