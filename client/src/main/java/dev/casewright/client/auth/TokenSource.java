package dev.casewright.client.auth;

import java.util.Optional;

/**
 * Where bearer tokens come from if the client does not log in itself, such as a vault or a file. It
 * is asked for each call, so it should keep what it has. What it throws reaches the caller as it is.
 * It has to end by itself: the deadline of a call does not interrupt it. Implementations have to be
 * thread-safe.
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
