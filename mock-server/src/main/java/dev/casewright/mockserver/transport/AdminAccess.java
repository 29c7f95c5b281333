package dev.casewright.mockserver.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Who may use the admin APIs, ours and WireMock's. Immutable. */
public final class AdminAccess {

  /** The header that brings the token. */
  static final String HEADER = "X-Mock-Admin-Token";

  private static final AdminAccess ON = new AdminAccess(true, Optional.empty());
  private static final AdminAccess OFF = new AdminAccess(false, Optional.empty());

  private final boolean there;
  private final Optional<byte[]> token;

  private AdminAccess(boolean there, Optional<byte[]> token) {
    this.there = there;
    this.token = token;
  }

  /**
   * Every program that reaches the server.
   *
   * @return the access
   */
  public static AdminAccess on() {
    return ON;
  }

  /**
   * Nobody: the server has no admin APIs.
   *
   * @return the access
   */
  public static AdminAccess off() {
    return OFF;
  }

  /**
   * Who sends a token in {@code X-Mock-Admin-Token}.
   *
   * @param token any text that is not blank
   * @return the access
   * @throws IllegalArgumentException if the token is blank
   */
  public static AdminAccess token(String token) {
    if (token.isBlank()) {
      throw new IllegalArgumentException("The admin token is blank. Give a text, or none at all.");
    }
    return new AdminAccess(true, Optional.of(token.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Whether the server has admin APIs at all.
   *
   * @return false if they are off
   */
  public boolean isThere() {
    return there;
  }

  /** Why the values of the header do not let a request in; nothing if they do. */
  Optional<String> refusal(List<String> values) {
    boolean let =
        token.isEmpty()
            || values.size() == 1
                && MessageDigest.isEqual(
                    token.get(), values.get(0).getBytes(StandardCharsets.UTF_8));
    return let
        ? Optional.empty()
        : Optional.of(
            "The admin APIs of this server need its token. Send it in "
                + HEADER
                + "; it was given with --admin-token.");
  }

  @Override
  public String toString() {
    return there ? token.map(secret -> "with a token").orElse("on") : "off";
  }
}
