/** The command line. */
package dev.casewright.mockserver.cli;
