/**
 * A server to develop against: Omicia Opal and Illumina Emedgene on one host, with synthetic data.
 *
 * <p>{@link dev.casewright.mockserver.MockServer} starts it inside a program or test; the packages
 * below it are its rooms and not meant to be called from outside.
 */
package dev.casewright.mockserver;
