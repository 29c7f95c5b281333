/** WireMock mappings of users: their files, and what their answers break. */
package dev.casewright.mockserver.mapping;
