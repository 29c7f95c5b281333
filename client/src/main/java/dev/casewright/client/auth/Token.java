package dev.casewright.client.auth;

/** A bearer token. Never printed: {@link #toString()} masks it. Immutable and thread-safe. */
public final class Token {
  private final String value;

  private Token(String value) {
    this.value = value;
  }

  /**
   * A token.
   *
   * @param value its text, without a scheme in front
   * @return the token
   * @throws IllegalArgumentException if the text is blank or cannot stand in a header
   */
  public static Token of(String value) {
    if (value.isBlank() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "A token has to be visible ASCII characters without spaces:"
              + " give it without \"Bearer \".");
    }
    return new Token(value);
  }

  /**
   * The text that goes into the header. Keep it out of logs.
   *
   * @return the text
   */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Token that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "Token[***]";
  }
}
