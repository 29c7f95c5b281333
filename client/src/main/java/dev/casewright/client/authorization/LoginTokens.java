package dev.casewright.client.authorization;

import dev.casewright.client.auth.LoginPolicy;
import dev.casewright.client.auth.Token;
import dev.casewright.client.call.Call;
import dev.casewright.client.call.DeadlinePassedException;
import dev.casewright.client.error.AuthenticationException;
import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.InvalidRequestException;
import dev.casewright.client.error.PermissionException;
import dev.casewright.client.time.Ticker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Logs in when a token is first needed, before it ends, and when it is refused. However many
 * threads ask at once, there is one login; the others wait for it, each until its own deadline. No
 * lock is held meanwhile. Thread-safe.
 *
 * <p>A login that fails fails for those who waited for it, unless it was only the time of the
 * thread that made it which was over: then the next one tries. After too many refusals no login is
 * sent for a while.
 */
public final class LoginTokens implements Tokens {
  /**
   * What there is at the moment.
   *
   * @param held the token, if there is one
   * @param login the login that is being made, if there is one. It gives nothing if the thread that
   *     made it has given up, and another has to try
   */
  private record State(
      Optional<HeldToken> held, Optional<CompletableFuture<Optional<Token>>> login) {}

  private static final State NOTHING = new State(Optional.empty(), Optional.empty());

  private final LoginCall login;
  private final LoginPolicy policy;
  private final Ticker ticker;
  private final LoginBreaker breaker;
  private final AtomicReference<State> state = new AtomicReference<>(NOTHING);
  private volatile boolean cleared;

  /**
   * Creates an instance.
   *
   * @param login logs in
   * @param policy how often, and what to think of tokens
   * @param ticker tells how time passes
   */
  public LoginTokens(LoginCall login, LoginPolicy policy, Ticker ticker) {
    this.login = login;
    this.policy = policy;
    this.ticker = ticker;
    this.breaker = new LoginBreaker(policy, ticker);
  }

  @Override
  public Token token(Call call) throws IOException {
    while (true) {
      if (cleared) {
        throw AuthenticationException.cleared(call.unanswered());
      }
      State now = state.get();
      Optional<HeldToken> good = now.held().filter(HeldToken::isGood);
      if (good.isPresent() && !isMineToRenew(good.get(), now)) {
        return good.get().token();
      }
      if (call.deadline().hasPassed()) {
        throw DeadlinePassedException.login(call.deadline().limit());
      }
      if (now.login().isPresent()) {
        Optional<Token> given = await(now.login().get(), call);
        if (given.isPresent()) {
          return given.get();
        }
      } else {
        refuseIfSuspended(call);
        CompletableFuture<Optional<Token>> mine = new CompletableFuture<>();
        if (state.compareAndSet(now, new State(now.held(), Optional.of(mine)))) {
          return logIn(call, good, mine);
        }
      }
    }
  }

  @Override
  public Optional<Token> inPlaceOf(Token refused, Call call) throws IOException {
    state.updateAndGet(
        now -> new State(now.held().filter(held -> !held.token().equals(refused)), now.login()));
    return Optional.of(token(call)).filter(token -> !token.equals(refused));
  }

  @Override
  public void accepted() {
    if (breaker.refusals() > 0) {
      breaker.accepted();
    }
  }

  @Override
  public void refusedFromTheStart() {
    breaker.refused();
  }

  @Override
  public void clear() {
    cleared = true;
    state.set(NOTHING);
    login.clear();
  }

  /** While a token is still good, nobody waits for its renewal but the one who makes it. */
  private boolean isMineToRenew(HeldToken held, State now) {
    return held.isToBeRenewed() && now.login().isEmpty() && breaker.suspended().isEmpty();
  }

  private void refuseIfSuspended(Call call) {
    Optional<Duration> suspended = breaker.suspended();
    if (suspended.isPresent()) {
      throw AuthenticationException.suspended(
          call.unanswered(), breaker.refusals(), suspended.get());
    }
  }

  private Token logIn(
      Call call, Optional<HeldToken> good, CompletableFuture<Optional<Token>> mine) {
    Duration left = call.deadline().left();
    try {
      // A renewal must not use up the call's time, since the call could go on with the old token.
      HeldToken fresh =
          HeldToken.of(
              login.logIn(call, good.isPresent() ? left.dividedBy(2) : left), policy, ticker);
      if (cleared) {
        throw AuthenticationException.cleared(call.unanswered());
      }
      end(mine, before -> Optional.of(fresh));
      mine.complete(Optional.of(fresh.token()));
      return fresh.token();
    } catch (RuntimeException | Error failure) {
      if (isRefusal(failure)) {
        breaker.refused();
      }
      end(mine, before -> before.map(HeldToken::withoutRenewal));
      if (cleared || isOfThisThreadOnly(failure)) {
        mine.complete(Optional.empty());
      } else {
        mine.completeExceptionally(failure);
      }
      Optional<HeldToken> old = state.get().held().filter(HeldToken::isGood);
      if (good.isPresent() && old.isPresent()) {
        return old.get().token();
      }
      throw failure;
    }
  }

  /** Unless everything was cleared meanwhile. */
  private void end(
      CompletableFuture<Optional<Token>> mine, UnaryOperator<Optional<HeldToken>> held) {
    state.updateAndGet(
        now ->
            now.login().filter(running -> running == mine).isPresent()
                ? new State(held.apply(now.held()), Optional.empty())
                : now);
  }

  /** What makes a server lock an account. With which status a login is refused is not public. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof AuthenticationException refusal && refusal.status().isPresent()
        || failure instanceof PermissionException
        || failure instanceof InvalidRequestException;
  }

  private static boolean isOfThisThreadOnly(Throwable failure) {
    return failure instanceof DeadlineException || Thread.currentThread().isInterrupted();
  }

  /** Empty if the one who made the login has given up. */
  private static Optional<Token> await(CompletableFuture<Optional<Token>> running, Call call)
      throws IOException {
    try {
      return running.get(call.deadline().left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw DeadlinePassedException.login(call.deadline().limit());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a login");
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("The login of another thread ended with an error.");
    }
  }
}
