/** What the clients of both APIs have in common. */
package dev.casewright.client;
