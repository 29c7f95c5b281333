package dev.casewright.client.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client tells its own version, and no other. */
class ClientVersionTest {
  @Test
  void theVersionIsThatOfTheProject() throws Exception {
    assumeThat(Path.of(ClientVersion.class.getResource("ClientVersion.class").toURI()))
        .as("built by Maven")
        .startsWithRaw(Path.of("target/classes").toAbsolutePath());

    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + ClientVersion.text() + "</version>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version=${project.version}", "version=", "other=1", "", "version=a b"})
  void aVersionThatNoBuildHasWrittenIsNotTold(String file) throws Exception {
    assertThat(
            ClientVersion.in(
                Optional.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))))
        .isEqualTo("unpacked");
  }

  @Test
  void aVersionThatABuildHasWrittenIsTold() throws Exception {
    assertThat(
            ClientVersion.in(
                Optional.of(
                    new ByteArrayInputStream(
                        "version=0.1.0-SNAPSHOT".getBytes(StandardCharsets.UTF_8)))))
        .isEqualTo("0.1.0-SNAPSHOT");
  }
}
