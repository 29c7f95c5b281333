package dev.casewright.client.setup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The version of this client, as the build wrote it into a file. The manifest would not do: on the
 * module path the JDK does not look there, and in a jar of jars made one it is another program's.
 */
final class ClientVersion {
  private static final String UNKNOWN = "unpacked";
  private static final Pattern VERSION = Pattern.compile("[\\w.+-]{1,60}");

  private ClientVersion() {}

  /** The version; {@code unpacked} where no build has written one, as in some editors. */
  static String text() {
    try (InputStream file = ClientVersion.class.getResourceAsStream("version.properties")) {
      return in(Optional.ofNullable(file));
    } catch (IOException unreadable) {
      return UNKNOWN;
    }
  }

  static String in(Optional<InputStream> file) throws IOException {
    Properties properties = new Properties();
    if (file.isPresent()) {
      properties.load(file.get());
    }
    String version = properties.getProperty("version", UNKNOWN);
    return VERSION.matcher(version).matches() ? version : UNKNOWN;
  }
}
