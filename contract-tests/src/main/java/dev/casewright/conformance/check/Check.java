package dev.casewright.conformance.check;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Requirement;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A check, as it is declared.
 *
 * @param name class and method
 * @param requirements the requirements that it verifies; one or more, of one API
 * @param api the API
 * @param effect the strongest thing that it does to its target, probes aside
 * @param effectByVariant whether that is so of its strongest variants only; others do less
 * @param probes what it sends that no correct client would send; empty if it sends no such thing
 */
public record Check(
    String name,
    List<Requirement> requirements,
    Api api,
    Effect effect,
    boolean effectByVariant,
    Set<Probe> probes) {

  /** Keeps copies of the collections. */
  public Check {
    requirements = List.copyOf(requirements);
    probes = Set.copyOf(probes);
  }

  /**
   * Reads what a method declares.
   *
   * @param method a method with {@link Verifies}
   * @param requirements knows all requirements
   * @return the check
   * @throws WrongDeclarationException if it names an unknown requirement, or those of two APIs
   */
  public static Check of(Method method, RequirementIndex requirements) {
    Verifies verifies = method.getAnnotation(Verifies.class);
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    List<Requirement> verified =
        Stream.of(verifies.value()).map(id -> requirements.named(id, name)).toList();
    List<Api> apis = verified.stream().map(requirements::apiOf).distinct().toList();
    if (apis.size() != 1) {
      throw new WrongDeclarationException(
          name + " has to verify requirements of one API: split it, or correct its @Verifies.");
    }
    Effect effect =
        Stream.concat(Stream.of(verifies.effect()), verified.stream().map(Requirement::effect))
            .filter(each -> each != Effect.PROBE)
            .max(Comparator.naturalOrder())
            .orElse(Effect.READ);
    return new Check(
        name, verified, apis.get(0), effect, verifies.effectByVariant(), Set.of(verifies.probe()));
  }
}
