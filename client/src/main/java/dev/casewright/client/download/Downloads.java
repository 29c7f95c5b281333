package dev.casewright.client.download;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.error.TargetFileException;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Brings answers that are files to where they are wanted. Streams them, whatever their size.
 * Thread-safe.
 */
public final class Downloads {
  private final CallSettings settings;

  /**
   * Creates an instance.
   *
   * @param settings how calls behave
   */
  public Downloads(CallSettings settings) {
    this.settings = settings;
  }

  /**
   * Downloads to a file. The target is looked at before anything is sent.
   *
   * @param operation the {@code operationId}
   * @param request sends the request and gives the answer
   * @param target an existing folder, or the path of a file that does not exist yet
   * @param ownName the name of the file in a folder if the server suggests none
   * @return the receipt
   * @throws TargetFileException if the file exists or cannot be written; there is no trace of it
   *     then
   */
  public Download toPath(
      String operation, Supplier<Response> request, Path target, String ownName) {
    Call call = Call.reading(operation, settings.timeouts().download(), settings);
    Target file = new Target(call, target);
    Response answer = request.get();
    try {
      Optional<String> fileName = fileNameOf(answer);
      Target.Written written =
          file.write(fileName.orElse(ownName), stream -> Digest.copy(call, answer, stream));
      return receipt(call, answer, written.digest(), Optional.of(written.path()));
    } finally {
      Util.ensureClosed(answer.body());
    }
  }

  /**
   * Downloads to a stream, which is flushed and left open. If the download fails, a part of it may
   * have been written.
   *
   * @param operation the {@code operationId}
   * @param request sends the request and gives the answer
   * @param target the stream
   * @return the receipt
   * @throws TargetFileException if the stream cannot be written to
   */
  public Download toStream(String operation, Supplier<Response> request, OutputStream target) {
    Call call = Call.reading(operation, settings.timeouts().download(), settings);
    Response answer = request.get();
    try {
      Digest digest = Digest.copy(call, answer, target);
      target.flush();
      return receipt(call, answer, digest, Optional.empty());
    } catch (IOException failure) {
      throw new TargetFileException(
          call.failed(OptionalInt.of(answer.status()), Optional.empty()),
          "the stream cannot be flushed.");
    } finally {
      Util.ensureClosed(answer.body());
    }
  }

  private static Download receipt(Call call, Response answer, Digest digest, Optional<Path> path) {
    return new Download(
        digest.size(),
        digest.sha256(),
        call.elapsed(),
        header(answer, "Content-Type"),
        fileNameOf(answer),
        path);
  }

  private static Optional<String> fileNameOf(Response answer) {
    return header(answer, "Content-Disposition").flatMap(FileNames::in);
  }

  private static Optional<String> header(Response answer, String name) {
    Collection<String> values = answer.headers().get(name);
    return values == null ? Optional.empty() : values.stream().findFirst();
  }
}
