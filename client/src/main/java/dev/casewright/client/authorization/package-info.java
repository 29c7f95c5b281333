/** Credentials and tokens on every request, and logging in for them. */
package dev.casewright.client.authorization;
