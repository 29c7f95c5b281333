package dev.casewright.client.auth;

import java.util.Optional;

/**
 * Where bearer tokens come from. The client's own source logs in; another may read a vault or a
 * file. Implementations have to be thread-safe.
 */
@FunctionalInterface
public interface TokenSource {
  /**
   * The token to use now. May block, for instance to log in.
   *
   * @return the token
   */
  Token token();

  /**
   * A token in place of one that the server has refused. May block. Called once for a call that was
   * refused, which is then repeated once.
   *
   * @param refused the token that was refused
   * @return another token; empty if there is none, and the refusal stands
   */
  default Optional<Token> inPlaceOf(Token refused) {
    return Optional.of(token()).filter(token -> !token.equals(refused));
  }
}
