package dev.casewright.client.authorization;

import dev.casewright.client.call.Call;
import dev.casewright.client.error.AuthenticationException;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * A login and its password, which can be cleared. Never printed: {@link #toString()} masks both.
 * Thread-safe.
 *
 * <p>The password is kept as characters, which are overwritten when it is cleared. What was made of
 * it for a request is a text, which Java overwrites when it sees fit.
 */
public final class Credentials {
  private final String login;
  private final char[] password;
  private boolean cleared;

  /**
   * Keeps a copy of the password.
   *
   * @param login the login
   * @param password the password
   */
  public Credentials(String login, char[] password) {
    this.login = login;
    this.password = password.clone();
  }

  /**
   * Makes something of login and password.
   *
   * @param call the call that needs them
   * @param use gets both; the characters are overwritten after it
   * @param <T> what is made
   * @return what was made
   * @throws AuthenticationException if they were cleared; nothing was sent then
   */
  public <T> T use(Call call, BiFunction<String, char[], T> use) {
    char[] copy = copyFor(call);
    try {
      return use.apply(login, copy);
    } finally {
      Arrays.fill(copy, '\0');
    }
  }

  /** A half cleared password would be sent, be refused, and count towards locking the account. */
  private synchronized char[] copyFor(Call call) {
    if (cleared) {
      throw AuthenticationException.cleared(call.unanswered());
    }
    return password.clone();
  }

  /** Overwrites the password. May be called again. */
  public synchronized void clear() {
    cleared = true;
    Arrays.fill(password, '\0');
  }

  @Override
  public String toString() {
    return "Credentials[***]";
  }
}
