package dev.casewright.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.conformance.run.RunSettings.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  private static final String PREFIX = "CASEWRIGHT_OPAL_";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void create() throws IOException {
    file = Files.createFile(folder.resolve("users"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void valueIsTakenAsItStands() throws IOException {
    Files.writeString(
        file,
        "# of the laboratory\n\nCASEWRIGHT_OPAL_LOGIN=me\nCASEWRIGHT_OPAL_PASSWORD= a\\b=c#d \n");

    assertThat(Credentials.read(file).user(PREFIX, "LOGIN")).contains(new User("me", " a\\b=c#d "));
  }

  @Test
  void userOfAnotherWorkspaceHasTheSameNamesWith2AtTheEnd() throws IOException {
    Files.writeString(file, "CASEWRIGHT_OPAL_LOGIN_2=you\nCASEWRIGHT_OPAL_PASSWORD_2=secret\n");

    assertThat(Credentials.read(file).user(PREFIX, "LOGIN")).isEmpty();
    assertThat(Credentials.read(file).otherUser(PREFIX, "LOGIN"))
        .contains(new User("you", "secret"));
  }

  @Test
  void lineThatIsNoneIsToldByItsNumberOnly() throws IOException {
    Files.writeString(file, "CASEWRIGHT_OPAL_LOGIN=me\ncanary-secret\n");

    assertThatThrownBy(() -> Credentials.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Line 2")
        .hasMessageNotContaining("canary");
  }

  @Test
  void missingFileIsWrongUsage() {
    assertThatThrownBy(() -> Credentials.read(folder.resolve("none")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot be read");
  }
}
