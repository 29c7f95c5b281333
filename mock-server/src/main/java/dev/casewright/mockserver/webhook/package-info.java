/** Notices of changed statuses of cases, sent to receivers that were registered. */
package dev.casewright.mockserver.webhook;
