package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.space.CaseContent;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStanding;
import dev.casewright.mockserver.space.OrgUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A case of a seed pack, to be put into each space. Users stand as places among the users of the
 * organisation.
 */
record SeededCase(
    String name,
    CaseContent content,
    int creator,
    List<Integer> participants,
    OptionalInt signer,
    CaseStanding unsigned) {

  static SeededCase of(
      JsonNode entry,
      Laboratory laboratory,
      CaseDrafts drafts,
      VariantLibrary variants,
      long id,
      SampleBook samples) {
    ObjectNode fields =
        drafts.fields(
            entry.path("payload"), laboratory.organisation(), id, samples.last(), samples::find);
    samples.add(fields.path("samples"));
    entry
        .path("review")
        .properties()
        .forEach(written -> fields.set(written.getKey(), written.getValue()));
    ArrayNode candidates = Json.array();
    entry.path("candidates").forEach(mention -> candidates.add(variants.ofCase(mention)));
    Instant created = Instant.parse(entry.path("created").asText());
    Instant changed = time(entry, "status_changed").orElse(created);
    return new SeededCase(
        entry.path("name").asText(),
        CaseContent.of(fields, candidates),
        laboratory.placeOf(entry.path("creator").asLong()),
        entry
            .path("participants")
            .valueStream()
            .map(user -> laboratory.placeOf(user.asLong()))
            .toList(),
        entry.hasNonNull("signer")
            ? OptionalInt.of(laboratory.placeOf(entry.path("signer").asLong()))
            : OptionalInt.empty(),
        new CaseStanding(
            entry.path("status").asText(),
            created,
            changed,
            changed,
            time(entry, "delivered"),
            Optional.empty()));
  }

  CaseFile in(SpaceNumbers numbers, List<OrgUser> users) {
    return new CaseFile(
        numbers.caseName(name),
        content,
        users.get(creator),
        standing(users),
        participants.stream().map(users::get).toList(),
        List.of());
  }

  private CaseStanding standing(List<OrgUser> users) {
    return signer.isEmpty()
        ? unsigned
        : new CaseStanding(
            unsigned.status(),
            unsigned.created(),
            unsigned.changed(),
            unsigned.updated(),
            unsigned.delivered(),
            Optional.of(
                new CaseStanding.Signature(users.get(signer.getAsInt()), unsigned.changed())));
  }

  private static Optional<Instant> time(JsonNode entry, String field) {
    return entry.hasNonNull(field)
        ? Optional.of(Instant.parse(entry.path(field).asText()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "case " + name;
  }
}
