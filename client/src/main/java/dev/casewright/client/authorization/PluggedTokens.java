package dev.casewright.client.authorization;

import dev.casewright.client.auth.Token;
import dev.casewright.client.auth.TokenSource;
import dev.casewright.client.call.Call;
import dev.casewright.client.error.AuthenticationException;
import java.util.Optional;

/** Takes tokens from a source of the user's own, which is asked for each call. Thread-safe. */
public final class PluggedTokens implements Tokens {
  private volatile Optional<TokenSource> source;

  /**
   * Creates an instance.
   *
   * @param source the source
   */
  public PluggedTokens(TokenSource source) {
    this.source = Optional.of(source);
  }

  @Override
  public Token token(Call call) {
    Token token = source(call).token();
    if (token == null) {
      throw new IllegalStateException(
          "The token source gave null: let it give a token, or throw an exception of its own.");
    }
    return token;
  }

  @Override
  public Optional<Token> inPlaceOf(Token refused, Call call) {
    return source(call).inPlaceOf(refused);
  }

  private TokenSource source(Call call) {
    return source.orElseThrow(() -> AuthenticationException.cleared(call.unanswered()));
  }

  @Override
  public void clear() {
    source = Optional.empty();
  }
}
