package dev.casewright.mockserver.exchange;

import dev.casewright.openapi.Api;

/** How one of the vendors words a refusal. */
@FunctionalInterface
public interface ErrorShape {

  /** Opal: a text under {@code description} (OPAL-ERR-02). */
  ErrorShape OPAL =
      (status, text) -> MockAnswer.json(status, Json.object().put("description", text));

  /** Emedgene, and our own admin API: a text under {@code message} (EMG-ERR-02). */
  ErrorShape EMEDGENE =
      (status, text) -> MockAnswer.json(status, Json.object().put("message", text));

  /** For requests so broken that nobody knows which API they are for: both keys. */
  ErrorShape BOTH =
      (status, text) ->
          MockAnswer.json(status, Json.object().put("description", text).put("message", text));

  /**
   * Makes the answer of a refusal.
   *
   * @param status a status code from 400
   * @param text what was wrong and what to do, without any value from the request
   * @return the answer, with a JSON object as its body
   */
  MockAnswer error(int status, String text);

  /**
   * The shape of an API.
   *
   * @param api the API
   * @return the shape that its readers expect
   */
  static ErrorShape of(Api api) {
    return switch (api) {
      case OPAL -> OPAL;
      case EMEDGENE -> EMEDGENE;
    };
  }

  /**
   * The shape of the API that a path belongs to.
   *
   * @param path a path, raw or decoded
   * @return the shape that readers at this path expect
   */
  static ErrorShape at(String path) {
    return isBelow("/__mock", path) ? EMEDGENE : of(apiAt(path));
  }

  /**
   * The API that a path belongs to: what is not Emedgene's is Opal's.
   *
   * @param path a path, raw or decoded
   * @return the API
   */
  static Api apiAt(String path) {
    return isBelow("/api", path) ? Api.EMEDGENE : Api.OPAL;
  }

  private static boolean isBelow(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
