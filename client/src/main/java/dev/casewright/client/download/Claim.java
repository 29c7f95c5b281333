package dev.casewright.client.download;

import dev.casewright.client.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HexFormat;

/**
 * The right to a name in a file system without links, where a move in one step overwrites what is
 * there. It is an empty file of another name, which only one can create, and lasts as long as a
 * look and a move.
 */
final class Claim {
  /** An older one is left over by a program that was cut off. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final int DIGEST_SHOWN = 16;

  private final Path place;

  private Claim(Path place) {
    this.place = place;
  }

  /**
   * Claims a name.
   *
   * @param file the path that is claimed
   * @param now the time by the clock of the file system
   */
  static Claim on(Path file, FileTime now) throws IOException {
    Path place = file.resolveSibling(".casewright-" + digestOf(file.getFileName()) + ".part");
    if (isLeftOver(place, now)) {
      Files.deleteIfExists(place);
    }
    try {
      return new Claim(Files.createFile(place));
    } catch (FileAlreadyExistsException held) {
      throw new UnwritableTargetException(
          "another download of that name was about to end, or was cut off then. Look whether the"
              + " file is there, or try again in a minute.");
    }
  }

  private static boolean isLeftOver(Path place, FileTime now) throws IOException {
    try {
      FileTime since = Files.getLastModifiedTime(place);
      return Duration.between(since.toInstant(), now.toInstant()).compareTo(LONGEST) > 0;
    } catch (NoSuchFileException free) {
      return false;
    }
  }

  /** The name itself may be about a patient. */
  private static String digestOf(Path name) {
    byte[] digest = Sha256.of(name.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, DIGEST_SHOWN);
  }

  /** Ends it, whether the name was used or not. */
  void giveUp() {
    Target.discard(place);
  }
}
