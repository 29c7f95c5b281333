package dev.casewright.client.emedgene;

import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.json.MaskedText;
import java.util.Objects;
import java.util.Optional;

/**
 * A case that is there now. Immutable and thread-safe.
 *
 * @param name its name
 * @param created true if it was created by this call, false if it was there before
 * @param status its status, if the server told it
 */
public record FoundOrCreatedCase(String name, boolean created, Optional<CaseStatus> status) {
  /** Refuses null. */
  public FoundOrCreatedCase {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(status, "status");
  }

  static FoundOrCreatedCase created(CreatedCase answer) {
    return new FoundOrCreatedCase(answer.name(), true, answer.status());
  }

  static FoundOrCreatedCase found(CaseDetail read) {
    return new FoundOrCreatedCase(read.name(), false, Optional.of(read.status()));
  }

  /** The name only if it looks like one. */
  @Override
  public String toString() {
    MaskedText text = new MaskedText("FoundOrCreatedCase");
    text.show("name", name);
    text.show("created", created);
    text.show("status", status.orElse(null));
    return text.toString();
  }
}
