/** Named ways to break exactly one requirement each, to be switched on for a server or a space. */
package dev.casewright.mockserver.deviation;
