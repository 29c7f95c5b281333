package dev.casewright.mockserver.credentials;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the tokens of the Emedgene login: {@code SPACE.EXPIRY.SIGNATURE}.
 *
 * <p>A token carries all that is needed to check it, so that every server with the same key accepts
 * it. It neither begins nor ends with B, e, a, r or a space, because a client in use strips these
 * letters off (EMG-AUTH-15): an underscore stands before a space name that begins so, and the
 * hexadecimal signature loses an "a" or "e" at its end. Thread-safe.
 */
public final class Tokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern TOKEN =
      Pattern.compile("_?([a-z0-9][a-z0-9-]{0,62})\\.([0-9]{1,18})\\.([0-9a-f]{1,64})");
  private static final Pattern STRIPPED_AT_START = Pattern.compile("^(?=[ear])");
  private static final Pattern STRIPPED_AT_END = Pattern.compile("[ea]+$");

  private final byte[] key;
  private final Duration lifetime;
  private final Function<String, Clock> clocks;

  /**
   * Tokens of one key.
   *
   * @param key the secret to sign with
   * @param lifetime how long a token is good for
   * @param clock tells when a token has expired
   */
  public Tokens(byte[] key, Duration lifetime, Clock clock) {
    this(key, lifetime, space -> clock);
  }

  /**
   * Tokens of one key that go by the clocks of their spaces.
   *
   * @param key the secret to sign with
   * @param lifetime how long a token is good for
   * @param clocks gives the clock of a space by its name
   */
  public Tokens(byte[] key, Duration lifetime, Function<String, Clock> clocks) {
    this.key = key.clone();
    this.lifetime = lifetime;
    this.clocks = clocks;
  }

  /**
   * Makes a token for a caller, good from now on.
   *
   * @param caller the caller
   * @return the token
   */
  public String issue(Caller caller) {
    return goodUntil(now(caller).plus(lifetime), caller);
  }

  /**
   * Makes a token that was good once and has expired by now.
   *
   * @param caller the caller
   * @return the token
   */
  public String issueExpired(Caller caller) {
    return goodUntil(now(caller).minusSeconds(1), caller);
  }

  private Instant now(Caller caller) {
    return clocks.apply(caller.space()).instant();
  }

  private String goodUntil(Instant expiry, Caller caller) {
    String space = STRIPPED_AT_START.matcher(caller.space()).replaceFirst("_");
    String signed = space + "." + expiry.getEpochSecond();
    return signed + "." + signature(signed);
  }

  /** The space that a token names, whether the token is good or not. */
  static Optional<String> spaceOf(String token) {
    Matcher matcher = TOKEN.matcher(token);
    return matcher.matches()
        ? Optional.of(matcher.group(1)).filter(DemoAccounts::isSpaceName)
        : Optional.empty();
  }

  /**
   * Checks a token.
   *
   * @param token the token
   * @return what it is worth
   */
  public Verdict check(String token) {
    Matcher matcher = TOKEN.matcher(token);
    if (!matcher.matches() || !DemoAccounts.isSpaceName(matcher.group(1))) {
      return Verdict.NEVER_ISSUED;
    }
    String signed = token.substring(0, token.lastIndexOf('.'));
    boolean ours =
        MessageDigest.isEqual(
            signature(signed).getBytes(StandardCharsets.US_ASCII),
            matcher.group(3).getBytes(StandardCharsets.US_ASCII));
    if (!ours) {
      return Verdict.NEVER_ISSUED;
    }
    Caller caller = new Caller(matcher.group(1));
    boolean expired = now(caller).getEpochSecond() >= Long.parseLong(matcher.group(2));
    return expired ? Verdict.EXPIRED : Verdict.good(caller);
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      String hex = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return STRIPPED_AT_END.matcher(hex).replaceFirst("");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no " + ALGORITHM + ".", e);
    }
  }

  /**
   * What a token is worth.
   *
   * @param caller the caller, if the token is good
   * @param expired whether it was good once
   */
  public record Verdict(Optional<Caller> caller, boolean expired) {

    static final Verdict NEVER_ISSUED = new Verdict(Optional.empty(), false);
    static final Verdict EXPIRED = new Verdict(Optional.empty(), true);

    static Verdict good(Caller caller) {
      return new Verdict(Optional.of(caller), false);
    }
  }
}
