package dev.casewright.mockserver.route;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.check.Violation;
import dev.casewright.openapi.check.Violation.Kind;
import java.util.List;

/** Which status a request gets that breaks the contract. */
@FunctionalInterface
public interface ViolationStatus {

  /**
   * Opal: 400 for what cannot be read or is missing, 404 for an id that no report can have, 422 for
   * a value that is not allowed (OPAL-ERR-04 to OPAL-ERR-06, OPAL-ID-02).
   */
  ViolationStatus OPAL =
      (operation, violations) -> {
        if (violations.stream().anyMatch(violation -> violation.kind() != Kind.VALUE)) {
          return 400;
        }
        boolean inPath =
            violations.stream().anyMatch(violation -> violation.place().startsWith("path "));
        if (inPath) {
          return 404;
        }
        return operation.answers().containsKey(422) ? 422 : 400;
      };

  /** Emedgene: always 400, the one status that its contract declares for it. */
  ViolationStatus EMEDGENE = (operation, violations) -> 400;

  /**
   * The choice of an API.
   *
   * @param api the API
   * @return what chooses
   */
  static ViolationStatus of(Api api) {
    return switch (api) {
      case OPAL -> OPAL;
      case EMEDGENE -> EMEDGENE;
    };
  }

  /**
   * Chooses the status.
   *
   * @param operation the operation that was called
   * @param violations what the request breaks; not empty
   * @return a status code
   */
  int of(Operation operation, List<Violation> violations);
}
