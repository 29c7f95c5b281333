package dev.casewright.client.emedgene;

import dev.casewright.client.authorization.Tokens;
import dev.casewright.client.call.Wire;

/** Makes what gives the tokens, once there is a way to the server. */
@FunctionalInterface
interface Authentication {
  /**
   * What gives the tokens.
   *
   * @param withoutToken the way to the server on which no token is sent, for the login
   */
  Tokens over(Wire withoutToken);
}
