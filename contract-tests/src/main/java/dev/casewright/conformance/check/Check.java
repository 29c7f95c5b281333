package dev.casewright.conformance.check;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Requirement;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A check, as it is declared.
 *
 * @param name class and method
 * @param requirements the requirements that it verifies; one or more, of one API
 * @param api the API
 * @param effect the strongest thing that it does to its target, probes aside
 * @param probe what it sends that no correct client would send; nothing if it sends no such thing
 */
public record Check(
    String name, List<Requirement> requirements, Api api, Effect effect, Optional<Probe> probe) {

  /** Keeps a copy of the list. */
  public Check {
    requirements = List.copyOf(requirements);
  }

  /**
   * Reads what a method declares.
   *
   * @param method a method with {@link Verifies}
   * @param requirements knows all requirements
   * @return the check
   * @throws IllegalStateException if it names an unknown requirement, or those of two APIs
   */
  public static Check of(Method method, RequirementIndex requirements) {
    Verifies verifies = method.getAnnotation(Verifies.class);
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    List<Requirement> verified =
        Stream.of(verifies.value()).map(id -> requirements.named(id, name)).toList();
    List<Api> apis = verified.stream().map(requirements::apiOf).distinct().toList();
    if (apis.size() != 1) {
      throw new IllegalStateException(name + " has to verify requirements of one API.");
    }
    Effect effect =
        Stream.concat(Stream.of(verifies.effect()), verified.stream().map(Requirement::effect))
            .filter(each -> each != Effect.PROBE)
            .max(Comparator.naturalOrder())
            .orElse(Effect.READ);
    return new Check(name, verified, apis.get(0), effect, Stream.of(verifies.probe()).findFirst());
  }
}
