/** The pages that the server has for people: the control room and Swagger UI. */
package dev.casewright.mockserver.page;
