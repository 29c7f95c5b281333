/**
 * The two contracts and their registers of requirements, loaded from the YAML documents that this
 * module ships.
 *
 * <p>Everything here is immutable and safe to share between threads. Nothing opens a connection.
 */
package dev.casewright.openapi;
