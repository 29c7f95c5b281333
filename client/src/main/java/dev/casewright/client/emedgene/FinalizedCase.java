package dev.casewright.client.emedgene;

import dev.casewright.client.json.MaskedText;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A case that was finalized. Immutable and thread-safe.
 *
 * @param name the name of the case
 * @param finalized when it was: {@code status_change_date} of the case; empty if the server does
 *     not tell
 */
public record FinalizedCase(String name, Optional<Instant> finalized) {
  /** Refuses null. */
  public FinalizedCase {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(finalized, "finalized");
  }

  /** The name only, if it looks like one. */
  @Override
  public String toString() {
    MaskedText text = new MaskedText("FinalizedCase");
    text.show("name", name);
    return text.toString();
  }
}
