package dev.casewright.client.auth;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Logs in when a token is first needed, and again when one is refused. However many threads ask at
 * once, there is one login; the others wait for it. No lock is held meanwhile. A login that fails
 * fails for those who waited for it, and the next caller tries again. Thread-safe.
 */
public final class LoginTokenSource implements TokenSource {
  private final Supplier<Token> login;
  private final AtomicReference<CompletableFuture<Token>> current = new AtomicReference<>();

  /**
   * Creates a source.
   *
   * @param login logs in; blocks until it has a token
   */
  public LoginTokenSource(Supplier<Token> login) {
    this.login = login;
  }

  @Override
  public Token token() {
    CompletableFuture<Token> mine = new CompletableFuture<>();
    CompletableFuture<Token> before = current.compareAndExchange(null, mine);
    if (before == null) {
      logIn(mine);
    }
    return resultOf(before == null ? mine : before);
  }

  @Override
  public Optional<Token> inPlaceOf(Token refused) {
    CompletableFuture<Token> known = current.get();
    // Only the refused token is dropped: another thread may have got a new one already.
    if (known != null && refused.equals(known.exceptionally(failure -> null).getNow(null))) {
      current.compareAndSet(known, null);
    }
    return TokenSource.super.inPlaceOf(refused);
  }

  private void logIn(CompletableFuture<Token> mine) {
    try {
      mine.complete(login.get());
    } catch (RuntimeException | Error failure) {
      current.compareAndSet(mine, null);
      mine.completeExceptionally(failure);
    }
  }

  private static Token resultOf(CompletableFuture<Token> future) {
    try {
      return future.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }
}
