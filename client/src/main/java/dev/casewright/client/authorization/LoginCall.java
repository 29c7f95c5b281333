package dev.casewright.client.authorization;

import dev.casewright.client.call.Call;
import java.time.Duration;

/** Logs in. Thread-safe. */
public interface LoginCall {
  /**
   * Logs in once. Blocks.
   *
   * @param caller the call that needs the token
   * @param longest how long it may take at most
   * @return what the login gave
   * @throws dev.casewright.client.error.CasewrightException if it failed
   */
  LoggedIn logIn(Call caller, Duration longest);

  /** Forgets the credentials. Every later login fails, and nothing is sent for it. */
  void clear();
}
