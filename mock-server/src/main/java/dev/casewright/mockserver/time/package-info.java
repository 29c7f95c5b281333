/** The time of the server and of its spaces, which can be stopped and moved. */
package dev.casewright.mockserver.time;
