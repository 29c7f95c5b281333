package dev.casewright.client.call;

import dev.casewright.client.transport.Timeouts;
import feign.Response;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is called. Immutable and thread-safe.
 *
 * @param name the {@code operationId}, or the method of the client that makes several calls
 * @param effect what it does to the server
 * @param repeatable whether a request may be sent again although nobody knows what became of it
 * @param download whether its answer is handed out unread
 * @param howToFindOut how to find out whether a change whose answer was lost was carried out
 * @param statuses the HTTP statuses that the contract knows
 * @param headers what each of its requests carries, by the names of the headers
 */
record CalledOperation(
    String name,
    Effect effect,
    boolean repeatable,
    boolean download,
    Optional<String> howToFindOut,
    Set<Integer> statuses,
    Map<String, String> headers) {

  /** The operation that a method of a generated interface calls. */
  static CalledOperation of(Method method, Map<String, String> headers, OperationFacts facts) {
    boolean download = method.getReturnType() == Response.class;
    Contracted contracted = method.getAnnotation(Contracted.class);
    if (contracted == null) {
      // What is not known to be a reading is taken to change something.
      return new CalledOperation(
          method.getName(),
          Effect.CHANGE,
          false,
          download,
          Optional.of(facts.howToFindOut(method.getName())),
          Set.of(),
          headers);
    }
    boolean repeatable = contracted.effect() == Effect.READ || contracted.idempotent();
    return new CalledOperation(
        contracted.operation(),
        contracted.effect(),
        repeatable,
        download,
        Optional.of(
            repeatable
                ? "Calling it again does no harm."
                : facts.howToFindOut(contracted.operation())),
        Arrays.stream(contracted.statuses()).boxed().collect(Collectors.toUnmodifiableSet()),
        headers);
  }

  /** Something that only reads, and takes several requests. */
  static CalledOperation reading(String name) {
    return new CalledOperation(
        name, Effect.READ, true, false, Optional.empty(), Set.of(), Map.of());
  }

  /** How long it may take. */
  Duration limit(Timeouts timeouts) {
    return download ? timeouts.download() : timeouts.total();
  }
}
