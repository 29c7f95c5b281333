package dev.casewright.client.download;

import dev.casewright.client.call.Call;
import dev.casewright.client.call.CallSettings;
import dev.casewright.client.call.OpenAnswer;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.TargetFileException;
import feign.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings answers that are files to where they are wanted. Streams them, whatever their size, and
 * checks that they are whole. Thread-safe.
 */
public final class Downloads {
  private final CallSettings settings;
  private final Function<OpenAnswer, BodyCheck> checks;

  private Downloads(CallSettings settings, Function<OpenAnswer, BodyCheck> checks) {
    this.settings = settings;
    this.checks = checks;
  }

  /**
   * Downloads of which each has to be a PDF, whatever the server calls it.
   *
   * @param settings how calls behave
   * @return the downloads
   */
  public static Downloads ofPdfs(CallSettings settings) {
    return new Downloads(settings, answer -> new PdfCheck());
  }

  /**
   * Downloads of which each has to be a PDF or JSON, as the server says.
   *
   * @param settings how calls behave
   * @return the downloads
   */
  public static Downloads ofPdfsAndJson(CallSettings settings) {
    return new Downloads(settings, Downloads::checkByMediaType);
  }

  private static BodyCheck checkByMediaType(OpenAnswer answer) {
    String type = answer.header("Content-Type").orElse("").split(";", 2)[0].strip();
    if (type.equalsIgnoreCase("application/pdf")) {
      return new PdfCheck();
    }
    if (type.equalsIgnoreCase("application/json")) {
      return new JsonCheck();
    }
    throw new DecodeException(
        answer.details(), "a report has to come as application/pdf or application/json");
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
    try {
      return new DownloadStream(answer, checked(answer));
    } catch (RuntimeException | Error failure) {
      answer.endWith(failure);
      throw failure;
    }
  }

  /** Any other success is not the file: it is still being made, for instance. */
  private CheckedBody checked(OpenAnswer answer) {
    if (answer.status() != 200) {
      throw new DecodeException(answer.details(), "a file comes with status 200 and no other");
    }
    return new CheckedBody(answer, checks.apply(answer));
  }

  private Download finished(OpenAnswer answer, Reading reading) {
    try {
      Download receipt = reading.read(checked(answer));
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
