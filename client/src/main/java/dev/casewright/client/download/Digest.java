package dev.casewright.client.download;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.Failures;
import dev.casewright.client.error.TargetFileException;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of copying an answer to a stream.
 *
 * @param size the bytes copied
 * @param sha256 their SHA-256
 */
record Digest(long size, String sha256) {
  /** Copies the whole body. Tells a server that breaks off from a disk that is full. */
  static Digest copy(Call call, Response answer, OutputStream target) {
    MessageDigest sha256 = newSha256();
    byte[] buffer = new byte[16 * 1024];
    long size = 0;
    try (InputStream body = bodyOf(answer)) {
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        sha256.update(buffer, 0, count);
        write(call, answer, target, buffer, count);
        size += count;
      }
    } catch (IOException failure) {
      throw Failures.broken(call, failure);
    }
    return new Digest(size, HexFormat.of().formatHex(sha256.digest()));
  }

  private static InputStream bodyOf(Response answer) throws IOException {
    return answer.body() == null ? InputStream.nullInputStream() : answer.body().asInputStream();
  }

  private static void write(
      Call call, Response answer, OutputStream target, byte[] buffer, int count) {
    try {
      target.write(buffer, 0, count);
    } catch (IOException failure) {
      throw new TargetFileException(
          call.failed(OptionalInt.of(answer.status()), Optional.empty()),
          "the download cannot be written. Check space and rights of the target.");
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("Every JDK has SHA-256.", never);
    }
  }
}
