/** Named faults of a server and its network, to be armed for a server or a space. */
package dev.casewright.mockserver.fault;
