package dev.casewright.client.download;

import dev.casewright.client.call.Call;
import dev.casewright.client.error.TargetFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that a download becomes. It is written to a temporary file beside it and appears under
 * its name when it is complete, in one step, and never in place of another file.
 */
final class Target {
  private static final Logger LOG = LoggerFactory.getLogger("dev.casewright.client.downloads");

  private final Call call;
  private final Path place;

  /**
   * A target.
   *
   * @param place an existing folder, or the path of a file that does not exist yet
   * @throws TargetFileException if it cannot become a file; nothing was sent then
   */
  Target(Call call, Path place) {
    this.call = call;
    this.place = place;
    if (Files.isDirectory(place)) {
      return;
    }
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw problem("the target file exists already and is never overwritten. Choose another.");
    }
    if (!Files.isDirectory(folder())) {
      throw problem("the folder of the target file does not exist. Create it.");
    }
  }

  private Path folder() {
    Path absolute = place.toAbsolutePath();
    return Files.isDirectory(absolute) ? absolute : absolute.getParent();
  }

  /**
   * Writes and publishes the file.
   *
   * @param name its name, if the target is a folder
   * @param writer fills the temporary file
   * @return the path of the file
   */
  Written write(String name, Function<OutputStream, Digest> writer) {
    Path file = Files.isDirectory(place) ? place.resolve(name) : place;
    Path temporary = temporary();
    try {
      Digest digest = fill(temporary, writer);
      publish(temporary, file);
      return new Written(file, digest);
    } catch (IOException failure) {
      throw problem("the target file cannot be written. Check space and rights of its folder.");
    } finally {
      discard(temporary);
    }
  }

  private Path temporary() {
    try {
      // Readable by the owner only, and so is the file that it becomes.
      return Files.createTempFile(folder(), ".casewright-", ".part");
    } catch (IOException failure) {
      throw problem("no file can be created in the folder of the target. Check its rights.");
    }
  }

  private static Digest fill(Path temporary, Function<OutputStream, Digest> writer)
      throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        OutputStream stream = Channels.newOutputStream(channel)) {
      Digest digest = writer.apply(stream);
      channel.force(true);
      return digest;
    }
  }

  /**
   * A link appears whole or not at all, and fails if the name is taken; an atomic move alone would
   * overwrite.
   */
  private void publish(Path temporary, Path file) throws IOException {
    try {
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException taken) {
      throw taken();
    } catch (UnsupportedOperationException | IOException noLinks) {
      claimAndMove(temporary, file);
    }
  }

  /**
   * For file systems without links: the name is claimed by an empty file, which only we replace.
   */
  private void claimAndMove(Path temporary, Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException taken) {
      throw taken();
    }
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException kept) {
      // Not thrown: the file itself is complete, or the failure that led here says more than this
      // one.
      LOG.warn("a temporary file of a download could not be deleted; its name ends in .part");
    }
  }

  private TargetFileException taken() {
    return problem("a file of that name exists already and is never overwritten. Choose another.");
  }

  private TargetFileException problem(String advice) {
    return new TargetFileException(call.untouched(), advice);
  }

  /**
   * A file that is complete.
   *
   * @param path where it is
   * @param digest what is in it
   */
  record Written(Path path, Digest digest) {}
}
