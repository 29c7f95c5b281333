package dev.casewright.mockserver.seed;

import dev.casewright.mockserver.space.SpaceState;

/** A laboratory with its reports and cases, to be copied into each space. Immutable. */
public interface SeedPack {

  /**
   * The name of the pack, as it is chosen at start.
   *
   * @return the name
   */
  String name();

  /**
   * The state that a space starts with. Cheap: what can be made once for all spaces has been made.
   *
   * @param space the name of the space
   * @return a new state; an equal one for the same name
   */
  SpaceState stateFor(String space);
}
