/** From the generated interfaces to a call: parameters, errors, policy. */
package dev.casewright.client.call;
