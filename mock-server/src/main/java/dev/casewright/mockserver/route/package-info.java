/** Which handler answers which operation, and what becomes of a request that fits none. */
package dev.casewright.mockserver.route;
