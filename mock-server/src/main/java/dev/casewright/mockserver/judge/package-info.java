/** What clients do wrong, as the mock sees it. */
package dev.casewright.mockserver.judge;
