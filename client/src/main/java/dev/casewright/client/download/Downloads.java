package dev.casewright.client.download;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.OpenAnswer;
import dev.casewright.client.error.TargetFileException;
import feign.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Brings answers that are files to where they are wanted. Streams them, whatever their size, and
 * checks that they are whole. Thread-safe.
 */
public final class Downloads {
  private static final String PDF = "application/pdf";

  private final CallSettings settings;
  private final Predicate<OpenAnswer> isPdf;

  private Downloads(CallSettings settings, Predicate<OpenAnswer> isPdf) {
    this.settings = settings;
    this.isPdf = isPdf;
  }

  /**
   * Downloads of which each has to be a PDF.
   *
   * @param settings how calls behave
   * @return the downloads
   */
  public static Downloads ofPdfs(CallSettings settings) {
    return new Downloads(settings, answer -> true);
  }

  /**
   * Downloads of which each has to be a PDF if the server says so.
   *
   * @param settings how calls behave
   * @return the downloads
   */
  public static Downloads ofAnything(CallSettings settings) {
    return new Downloads(
        settings,
        answer ->
            answer
                .header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter(PDF::equalsIgnoreCase)
                .isPresent());
  }

  /**
   * Downloads to a file. The target is looked at before anything is sent.
   *
   * @param operation the {@code operationId}
   * @param request sends the request and gives the answer
   * @param target an existing folder, or the path of a file
   * @param ownName the name of the file in a folder if the server suggests none
   * @param existing what becomes of a file that is already there
   * @return the receipt
   * @throws TargetFileException if the file is there and is to be kept, or cannot be written; there
   *     is no trace of the download then
   */
  public Download toPath(
      String operation,
      Supplier<Response> request,
      Path target,
      String ownName,
      ExistingFile existing) {
    Target file = new Target(target, existing);
    file.problem()
        .ifPresent(
            advice -> {
              Call unsent = Call.reading(operation, settings.timeouts().download(), settings);
              throw unsent.endWith(new TargetFileException(unsent.unanswered(), advice));
            });
    return finished(
        OpenAnswer.of(request.get()),
        body -> {
          Path path = file.write(body.fileName().orElse(ownName), ownName, body::transferTo);
          return body.receipt().orElseThrow().at(path);
        });
  }

  /**
   * Downloads to a stream, which is flushed and left open. If the download fails, a part of it may
   * have been written.
   *
   * @param request sends the request and gives the answer
   * @param target the stream
   * @return the receipt
   * @throws TargetFileException if the stream cannot be written to
   */
  public Download toStream(Supplier<Response> request, OutputStream target) {
    return finished(
        OpenAnswer.of(request.get()),
        body -> {
          try {
            body.transferTo(target);
            target.flush();
          } catch (IOException failure) {
            throw new UnwritableTargetException(
                "the download cannot be written. Check space and rights of the target.");
          }
          return body.receipt().orElseThrow();
        });
  }

  /**
   * Opens a download to be read as it comes in.
   *
   * @param request sends the request and gives the answer
   * @return the stream, to be closed
   */
  public DownloadStream open(Supplier<Response> request) {
    OpenAnswer answer = OpenAnswer.of(request.get());
    return new DownloadStream(answer, new CheckedBody(answer, isPdf.test(answer)));
  }

  private Download finished(OpenAnswer answer, Reading reading) {
    try {
      Download receipt = reading.read(new CheckedBody(answer, isPdf.test(answer)));
      answer.end();
      return receipt;
    } catch (UnwritableTargetException problem) {
      throw answer.endWith(new TargetFileException(answer.details(), problem.getMessage()));
    } catch (RuntimeException | Error failure) {
      answer.endWith(failure);
      throw failure;
    }
  }

  @FunctionalInterface
  private interface Reading {
    Download read(CheckedBody body) throws UnwritableTargetException;
  }
}
