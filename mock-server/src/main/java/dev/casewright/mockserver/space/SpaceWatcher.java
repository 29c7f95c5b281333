package dev.casewright.mockserver.space;

import java.util.List;

/** Is told of each change in a space. */
@FunctionalInterface
public interface SpaceWatcher {

  /**
   * Called while the space is locked, in the order of the changes: it must not block.
   *
   * @param space the space
   * @param moves the changes of status of cases, in their order; may be empty
   */
  void changed(Space space, List<CaseMove> moves);
}
