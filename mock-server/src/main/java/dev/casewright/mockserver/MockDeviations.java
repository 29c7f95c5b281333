package dev.casewright.mockserver;

import dev.casewright.mockserver.deviation.Deviations;
import dev.casewright.mockserver.space.Space;
import java.util.Optional;
import java.util.Set;

/**
 * The requirements that a server or one of its spaces breaks on purpose. What is set for the server
 * holds in all spaces that have nothing set of their own. Thread-safe.
 */
public final class MockDeviations {

  private final Deviations deviations;
  private final Optional<Space> space;

  MockDeviations(Deviations deviations, Optional<Space> space) {
    this.deviations = deviations;
    this.space = space;
  }

  /**
   * Breaks a requirement from now on.
   *
   * @param requirement its id, such as {@code OPAL-FIND-01}
   * @throws IllegalArgumentException if it has no deviation
   */
  public void add(String requirement) {
    deviations.add(name(), requirement);
  }

  /**
   * Keeps a requirement again.
   *
   * @param requirement its id
   * @throws IllegalArgumentException if it has no deviation
   */
  public void remove(String requirement) {
    deviations.remove(name(), requirement);
  }

  /** Keeps all requirements again. */
  public void clear() {
    deviations.clear(name());
  }

  /**
   * The requirements that are broken now.
   *
   * @return their ids
   */
  public Set<String> ids() {
    return deviations.on(name());
  }

  /**
   * The requirements that can be broken.
   *
   * @return their ids
   */
  public Set<String> available() {
    return deviations.registry().ids();
  }

  private Optional<String> name() {
    return space.map(Space::name);
  }
}
