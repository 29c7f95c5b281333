/** Answers that are files. */
package dev.casewright.client.download;
