package dev.casewright.mockserver.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts that the mock knows. A space is part of the login: {@code demo-login.SPACE} for
 * Opal, {@code demo@SPACE.lab.example} for Emedgene; without one it is the space {@code default}.
 */
public final class DemoAccounts {

  /** The space of the accounts that name none. */
  public static final String DEFAULT_SPACE = "default";

  /** The password of every account. It protects nothing. */
  public static final String PASSWORD = "demo-password";

  private static final String SPACE_NAME = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern SPACE = Pattern.compile(SPACE_NAME);
  private static final Pattern OPAL = Pattern.compile("demo-login(?:\\.(" + SPACE_NAME + "))?");
  private static final Pattern EMEDGENE =
      Pattern.compile("demo@(?:(" + SPACE_NAME + ")\\.)?lab\\.example");

  private DemoAccounts() {}

  /**
   * Whether a text can name a space: lower-case letters, digits and inner hyphens, at most 63.
   *
   * @param name the text
   * @return true if it can
   */
  public static boolean isSpaceName(String name) {
    return SPACE.matcher(name).matches();
  }

  /**
   * The Opal login of a space.
   *
   * @param space the name of the space
   * @return the login
   */
  public static String opalLogin(String space) {
    return space.equals(DEFAULT_SPACE) ? "demo-login" : "demo-login." + space;
  }

  /**
   * The Emedgene user name of a space.
   *
   * @param space the name of the space
   * @return the user name, an e-mail address
   */
  public static String emedgeneUser(String space) {
    return space.equals(DEFAULT_SPACE) ? "demo@lab.example" : "demo@" + space + ".lab.example";
  }

  static Optional<String> spaceOfOpal(String login) {
    return spaceOf(OPAL, login);
  }

  static Optional<String> spaceOfEmedgene(String username) {
    return spaceOf(EMEDGENE, username);
  }

  static Optional<Caller> opal(String login, String password) {
    return find(OPAL, login, password);
  }

  /**
   * Checks an Emedgene user name and password.
   *
   * @param username the user name
   * @param password the password
   * @return the caller; nothing if they are not good
   */
  public static Optional<Caller> emedgene(String username, String password) {
    return find(EMEDGENE, username, password);
  }

  private static Optional<Caller> find(Pattern pattern, String login, String password) {
    Optional<Caller> known = spaceOf(pattern, login).map(Caller::new);
    return isPassword(password) ? known : Optional.empty();
  }

  private static Optional<String> spaceOf(Pattern pattern, String login) {
    Matcher matcher = pattern.matcher(login);
    return matcher.matches()
        ? Optional.of(Optional.ofNullable(matcher.group(1)).orElse(DEFAULT_SPACE))
        : Optional.empty();
  }

  private static boolean isPassword(String password) {
    return MessageDigest.isEqual(
        PASSWORD.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
  }
}
