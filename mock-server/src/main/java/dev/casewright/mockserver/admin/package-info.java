/** The mock's own API under {@code /__mock/api/}: looking into spaces and setting their state. */
package dev.casewright.mockserver.admin;
