/** Doing things later, on threads of their own. */
package dev.casewright.mockserver.schedule;
