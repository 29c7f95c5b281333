package dev.casewright.client.download;

import java.util.Optional;

/** Looks at a file as it passes by, whether it is what it is to be. To be used by one thread. */
interface BodyCheck {
  void add(byte[] bytes, int offset, int count);

  /** The rule that is broken by what has passed so far. */
  Optional<String> problemSoFar();

  /** The rule that is broken by the whole. */
  Optional<String> problem();
}
