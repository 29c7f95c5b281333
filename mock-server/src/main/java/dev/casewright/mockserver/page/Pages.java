package dev.casewright.mockserver.page;

import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Unrouted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
   * All paths, as one regular expression.
   *
   * @return a pattern that matches these and no others
   */
  public String pathPattern() {
    return files.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /**
   * Answers a request.
   *
   * @param request a request
   * @return the file, or a refusal if the method is not GET or no file has this path
   */
  public MockAnswer answer(MockRequest request) {
    Optional<PageFile> file = Optional.ofNullable(files.get(request.path()));
    if (file.isEmpty()) {
      return ErrorShape.EMEDGENE.error(404, Unrouted.UNKNOWN_PATH);
    }
    return request.method().equals("GET")
        ? file.get().answer()
        : ErrorShape.EMEDGENE
            .error(405, "This is a file of a page. Read it with GET.")
            .withHeader("Allow", "GET");
  }
}
