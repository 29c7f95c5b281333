package dev.casewright.client.authorization;

import dev.casewright.client.auth.Token;
import dev.casewright.client.call.Call;
import java.io.IOException;
import java.util.Optional;

/** Where the calls of a client get their tokens, each within its own time. Thread-safe. */
public interface Tokens {
  /**
   * The token to use now. May block, until the deadline of the call at most.
   *
   * @param call the call that needs it
   * @return the token
   * @throws dev.casewright.client.error.CasewrightException if there is none to be had
   * @throws IOException if the call's time is over, or its thread interrupted
   */
  Token token(Call call) throws IOException;

  /**
   * A token in place of one that the server has refused. Only that one is dropped: another thread
   * may have got a new one already.
   *
   * @param refused the token that was refused
   * @param call the call that it was refused to
   * @return another token; empty if there is none, and the refusal stands
   * @throws dev.casewright.client.error.CasewrightException if there is none to be had
   * @throws IOException if the call's time is over, or its thread interrupted
   */
  Optional<Token> inPlaceOf(Token refused, Call call) throws IOException;

  /** The server has accepted the token that was given last. */
  default void accepted() {}

  /** The server has refused a token that it never accepted. */
  default void refusedFromTheStart() {}

  /** Forgets tokens and credentials. Every later call fails, and nothing is sent for it. */
  void clear();
}
