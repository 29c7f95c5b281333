/**
 * Taking notices of a change of status: checked, told from repetitions, and believed only after the
 * case was read again.
 */
package dev.casewright.client.webhook;
