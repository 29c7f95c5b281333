/** What a client that logs in is told: how, and where tokens come from. */
package dev.casewright.client.auth;
