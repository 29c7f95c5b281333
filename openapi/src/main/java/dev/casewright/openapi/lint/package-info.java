/**
 * The rules that the contract documents and registers of this project keep beyond what OpenAPI asks
 * for, so that a reader meets evidence, source, requirement and example at every statement.
 */
package dev.casewright.openapi.lint;
