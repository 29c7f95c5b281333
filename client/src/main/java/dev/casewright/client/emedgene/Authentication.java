package dev.casewright.client.emedgene;

import dev.casewright.client.auth.TokenSource;
import dev.casewright.client.call.Wire;

/** Makes the source of tokens, once there is a way to the server. */
@FunctionalInterface
interface Authentication {
  /**
   * The source.
   *
   * @param withoutToken the way to the server on which no token is sent, for the login
   */
  TokenSource over(Wire withoutToken);
}
