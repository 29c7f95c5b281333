package dev.casewright.conformance.check;

import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Evidence;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Requirement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the contract says of every operation without a sentence in a register. Checks name it by an
 * id such as {@code OPAL-ANY-SCHEMA}; each operation has a verdict of its own under an id such as
 * {@code OPAL-ANY-SCHEMA/getReports}, and the evidence of the operation. No claim takes part in the
 * verdict of a requirement.
 */
public enum Claim {
  /** Answers to calls that are right. */
  SCHEMA("The answer has a status, headers and a body that the contract declares."),
  /** Answers to calls that are wrong. */
  REFUSAL("A refusal has a status, headers and a body that the contract declares."),
  /** Values of parameters. */
  VALUE("A value that the schema of its parameter does not allow is refused."),
  /** Both forms of a path. */
  SLASH("A slash at the end of the path makes no difference."),
  /** What nobody may see. */
  SECRET("A refusal tells neither credentials nor how the server is made.");

  private static final String MARK = "-ANY-";

  private final String sentence;

  Claim(String sentence) {
    this.sentence = sentence;
  }

  /**
   * Whether an id is that of a claim, and not that of a requirement of a register.
   *
   * @param id an id
   * @return true if it is a claim's, of one operation or of all
   */
  public static boolean isClaim(String id) {
    return id.contains(MARK);
  }

  /**
   * The claims of one check, one for each of its operations.
   *
   * @param check a method with {@link Verifies}
   * @return the claims in the order of the check's variants; nothing if it verifies requirements
   */
  public static Optional<List<Requirement>> of(Method check) {
    return check.isAnnotationPresent(ForEveryOperation.class)
        ? Optional.of(
            EveryOperation.of(check).stream()
                .map(operation -> of(check.getAnnotation(Verifies.class).value()[0], operation))
                .toList())
        : Optional.empty();
  }

  /** A claim of all operations. */
  static Requirement named(String id) {
    List<String> operations =
        EveryOperation.contractOf(id).operations().stream().map(Operation::id).toList();
    return requirement(id, id, Evidence.DOCUMENTED, operations);
  }

  private static Requirement of(String id, Operation operation) {
    return requirement(
        id, id + "/" + operation.id(), operation.evidence(), List.of(operation.id()));
  }

  private static Requirement requirement(
      String claim, String id, Evidence evidence, List<String> operations) {
    String sentence =
        Stream.of(values())
            .filter(each -> claim.endsWith(MARK + each))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(claim + " is no claim."))
            .sentence;
    return new Requirement(
        id, sentence, "the contract as a whole", evidence, operations, Effect.READ, null, null);
  }
}
