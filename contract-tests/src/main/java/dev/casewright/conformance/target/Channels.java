package dev.casewright.conformance.target;

/**
 * The ways to a target, as one check has them.
 *
 * @param opal to the Opal API
 * @param opalRedirect to the listener of Opal that only redirects
 * @param emedgene to the Emedgene API
 * @param emedgeneRedirect to the listener of Emedgene that only redirects
 */
public record Channels(
    Channel opal, Channel opalRedirect, Channel emedgene, Channel emedgeneRedirect) {}
