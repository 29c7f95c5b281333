package dev.casewright.conformance.cli;

import dev.casewright.conformance.run.RunSettings.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users of a target, from environment variables or from a file, never from an argument. */
final class Credentials {

  static final String WAYS =
      "Set CASEWRIGHT_OPAL_LOGIN, CASEWRIGHT_OPAL_PASSWORD, CASEWRIGHT_EMEDGENE_USERNAME and"
          + " CASEWRIGHT_EMEDGENE_PASSWORD, or name a file with --credentials.";

  private static final String OTHER_USER = "_2";

  private final Map<String, String> values;

  Credentials(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads a file of lines {@code NAME=value}, with the names of the environment variables. A value
   * is taken as it stands up to the end of its line: the escapes of property files would change a
   * password that holds a backslash.
   */
  static Credentials read(Path file) {
    refuseIfOthersCanRead(file);
    Map<String, String> values = new HashMap<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int sign = line.indexOf('=');
      if (sign < 1) {
        throw new UsageException(
            "Line " + number + " of the credentials file is not NAME=value. Correct it.");
      }
      values.put(line.substring(0, sign).strip(), line.substring(sign + 1));
    }
    return new Credentials(values);
  }

  /**
   * A user.
   *
   * @param prefix what stands before the rest of the names, such as {@code CASEWRIGHT_OPAL_}
   * @param name the last word of the name of the variable with the name of the user
   */
  Optional<User> user(String prefix, String name) {
    return named(prefix + name, prefix + "PASSWORD");
  }

  /** The same for a user of another workspace or organisation. */
  Optional<User> otherUser(String prefix, String name) {
    return named(prefix + name + OTHER_USER, prefix + "PASSWORD" + OTHER_USER);
  }

  private Optional<User> named(String name, String password) {
    Optional<String> who = value(name);
    Optional<String> secret = value(password);
    if (who.isPresent() != secret.isPresent()) {
      throw new UsageException(
          (who.isPresent() ? password : name)
              + " is missing beside "
              + (who.isPresent() ? name : password)
              + ". Set both or none.");
    }
    return who.map(each -> new User(each, secret.orElseThrow()));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  private static void refuseIfOthersCanRead(Path file) {
    try {
      Set<PosixFilePermission> allowed =
          Set.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE);
      if (!allowed.containsAll(Files.getPosixFilePermissions(file))) {
        throw new UsageException(
            "Others on the machine can read the credentials file. Make it yours alone: chmod 600.");
      }
    } catch (IOException missing) {
      throw unreadable(missing);
    } catch (UnsupportedOperationException noSuchPermissions) {
      // A file system without these permissions, such as that of Windows, has its own protection.
      return;
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private static UsageException unreadable(IOException failure) {
    return new UsageException(
        "The credentials file cannot be read ("
            + failure.getClass().getSimpleName()
            + "). Check --credentials.");
  }

  @Override
  public String toString() {
    return "credentials";
  }
}
