/** Named choices for what the sources disagree on or leave open, the recommended one as default. */
package dev.casewright.mockserver.switches;
