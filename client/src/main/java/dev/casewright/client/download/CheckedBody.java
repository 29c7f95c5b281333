package dev.casewright.client.download;

import dev.casewright.client.call.OpenAnswer;
import dev.casewright.client.digest.Sha256;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The body of a download, measured and checked while it is read. What is wrong with it is thrown as
 * an exception of ours and never as an {@code IOException}, so that whoever copies it can tell the
 * server from the disk. The end is given only of a body that is whole. To be used by one thread.
 */
final class CheckedBody extends InputStream {
  private final OpenAnswer answer;
  private final BodyCheck check;
  private final MessageDigest sha256 = Sha256.begin();
  private long size;
  private Download receipt;

  CheckedBody(OpenAnswer answer, BodyCheck check) {
    this.answer = answer;
    this.check = check;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (receipt != null) {
      return -1;
    }
    int count = readUnchecked(target, offset, length);
    if (count < 0) {
      finish();
      return count;
    }
    sha256.update(target, offset, count);
    size += count;
    check.add(target, offset, count);
    check.problemSoFar().ifPresent(this::refuse);
    return count;
  }

  private int readUnchecked(byte[] target, int offset, int length) {
    try {
      return answer.body().read(target, offset, length);
    } catch (IOException failure) {
      throw answer.brokenOff(failure);
    }
  }

  private void finish() {
    OptionalLong announced = answer.contentLength();
    if (announced.isPresent() && announced.getAsLong() != size) {
      throw new TransportException(
          answer.details(),
          "the answer has "
              + size
              + " bytes, where its head announced "
              + announced.getAsLong()
              + ". Download it again.");
    }
    check.problem().ifPresent(this::refuse);
    receipt =
        new Download(
            size,
            HexFormat.of().formatHex(sha256.digest()),
            answer.call().elapsed(),
            answer.header("Content-Type"),
            fileName(),
            Optional.empty());
  }

  private void refuse(String rule) {
    throw new DecodeException(answer.details(), rule);
  }

  /** The name that the server suggests, made harmless. */
  Optional<String> fileName() {
    return answer.header("Content-Disposition").flatMap(FileNames::in);
  }

  /** The receipt; empty until the end was reached. */
  Optional<Download> receipt() {
    return Optional.ofNullable(receipt);
  }
}
