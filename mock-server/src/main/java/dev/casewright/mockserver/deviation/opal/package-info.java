/** How each requirement of Opal can be broken. */
package dev.casewright.mockserver.deviation.opal;
