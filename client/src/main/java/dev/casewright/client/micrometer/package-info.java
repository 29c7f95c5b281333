/** Metrics for programs that use Micrometer. Nothing else in the client knows of it. */
package dev.casewright.client.micrometer;
