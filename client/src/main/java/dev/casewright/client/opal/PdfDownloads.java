package dev.casewright.client.opal;

import dev.casewright.client.download.Download;
import dev.casewright.client.download.DownloadStream;
import dev.casewright.client.download.Downloads;
import dev.casewright.client.download.ExistingFile;
import feign.Response;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.LongFunction;

/**
 * The downloads of one kind of PDF. Thread-safe.
 *
 * @param operation the {@code operationId}
 * @param request asks for the PDF of a report, by its id
 * @param ending what the name of its file ends with, unless the server gives one
 * @param downloads brings it to where it is wanted
 */
record PdfDownloads(
    String operation, LongFunction<Response> request, String ending, Downloads downloads) {

  Download toPath(long id, Path target, ExistingFile existing) {
    return downloads.toPath(
        operation, () -> request.apply(id), target, "report_" + id + ending, existing);
  }

  Download toStream(long id, OutputStream target) {
    return downloads.toStream(() -> request.apply(id), target);
  }

  DownloadStream open(long id) {
    return downloads.open(() -> request.apply(id));
  }
}
