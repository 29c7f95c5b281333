package dev.casewright.mockserver.page;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers with the files of some pages: a fixed set of paths, of which each leads to one file, so
 * that no path leads elsewhere. Thread-safe.
 */
public final class Pages {

  private final Map<String, PageFile> files;

  private Pages(Map<String, PageFile> files) {
    this.files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  static Pages of(Map<String, PageFile> files) {
    return new Pages(files);
  }

  /**
   * Answers a request.
   *
   * @param request a request
   * @return the file, or a refusal if the method is not GET; nothing if no file has this path
   */
  public Optional<MockAnswer> answer(MockRequest request) {
    return Optional.ofNullable(files.get(request.path()))
        .map(
            file ->
                request.method().equals("GET")
                    ? file.answer()
                    : ErrorShape.EMEDGENE
                        .error(405, "This is a file of a page. Read it with GET.")
                        .withHeader("Allow", "GET"));
  }
}
