package dev.casewright.client.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that a download becomes. It is written to a temporary file beside it, flushed to the
 * disk, and appears under its name when it is complete, in one step; in place of another file only
 * if that is wanted. So it is with and without hard links in the file system.
 */
final class Target {
  private static final Logger LOG = LoggerFactory.getLogger("dev.casewright.client.downloads");

  private final Path place;
  private final ExistingFile existing;

  /**
   * A target.
   *
   * @param place an existing folder, or the path of a file
   * @param existing what becomes of a file that is already there
   */
  Target(Path place, ExistingFile existing) {
    this.place = place;
    this.existing = existing;
  }

  /** Why it cannot become a file, as far as can be seen before anything is sent. */
  Optional<String> problem() {
    if (Files.isDirectory(place)) {
      return Optional.empty();
    }
    if (existing == ExistingFile.KEEP && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(
          "the target file exists already and is never overwritten, unless you say so with"
              + " ExistingFile.REPLACE. Choose another.");
    }
    return Files.isDirectory(folder())
        ? Optional.empty()
        : Optional.of("the folder of the target file does not exist. Create it.");
  }

  private Path folder() {
    Path absolute = place.toAbsolutePath();
    return Files.isDirectory(absolute) ? absolute : absolute.getParent();
  }

  /**
   * Writes and publishes the file. Whatever the content throws, there is no trace of it then.
   *
   * @param name its name, if the target is a folder
   * @param otherName a name that every system can write
   * @param content fills the file; its {@code IOException} is taken for one of the disk
   * @return the path of the file
   */
  Path write(String name, String otherName, Content content) throws UnwritableTargetException {
    Path file = Files.isDirectory(place) ? inFolder(name, otherName) : place;
    Path temporary = temporary();
    try {
      fill(temporary, content);
      if (existing == ExistingFile.REPLACE) {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        publish(temporary, file);
      }
      flushFolder();
      return file;
    } catch (UnwritableTargetException problem) {
      throw problem;
    } catch (IOException failure) {
      throw new UnwritableTargetException(
          "the target file cannot be written. Check space and rights of its folder.");
    } finally {
      discard(temporary);
    }
  }

  private Path inFolder(String name, String otherName) {
    try {
      return place.resolve(name);
    } catch (InvalidPathException unwritable) {
      // With some locales of the machine a path can hold ASCII only.
      return place.resolve(otherName);
    }
  }

  private Path temporary() throws UnwritableTargetException {
    try {
      // Readable by the owner only, and so is the file that it becomes.
      return Files.createTempFile(folder(), ".casewright-", ".part");
    } catch (IOException failure) {
      throw new UnwritableTargetException(
          "no file can be created in the folder of the target. Check its rights.");
    }
  }

  private static void fill(Path temporary, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        OutputStream stream = Channels.newOutputStream(channel)) {
      content.writeTo(stream);
      channel.force(true);
    }
  }

  /**
   * A link appears whole or not at all, and fails if the name is taken; an atomic move alone would
   * overwrite.
   */
  private static void publish(Path temporary, Path file) throws IOException {
    try {
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException taken) {
      throw taken();
    } catch (UnsupportedOperationException | IOException noLinks) {
      claimAndMove(temporary, file);
    }
  }

  /**
   * For file systems without links. Whatever ends it, nothing but the whole file is ever under the
   * name; a file that another program puts there between the look and the move is overwritten.
   */
  private static void claimAndMove(Path temporary, Path file) throws IOException {
    Claim claim = Claim.on(file, Files.getLastModifiedTime(temporary));
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw taken();
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      claim.giveUp();
    }
  }

  /** So that the name, too, is there after a power failure. */
  private void flushFolder() {
    try (FileChannel channel = FileChannel.open(folder(), StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notPossible) {
      // Windows cannot open a folder, and does not need it. The file itself is complete.
    }
  }

  /** Deletes a file that is needed no more; a failure is logged. */
  static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException kept) {
      // Not thrown: the file itself is complete, or the failure that led here says more than this
      // one.
      LOG.warn("a temporary file of a download could not be deleted; its name ends in .part");
    }
  }

  private static UnwritableTargetException taken() {
    return new UnwritableTargetException(
        "a file of that name exists already and is never overwritten, unless you say so with"
            + " ExistingFile.REPLACE. Choose another.");
  }

  /** What fills a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream target) throws IOException;
  }
}
