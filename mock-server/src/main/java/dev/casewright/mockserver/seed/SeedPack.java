package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.CaseFile;
import dev.casewright.mockserver.space.CaseStanding;
import dev.casewright.mockserver.space.Genome;
import dev.casewright.mockserver.space.OrgUser;
import dev.casewright.mockserver.space.Organisation;
import dev.casewright.mockserver.space.Report;
import dev.casewright.mockserver.space.SpaceState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small laboratory with its reports and cases, to be copied into each space. Immutable. */
public final class SeedPack {

  private final String name;
  private final JsonNode laboratory;
  private final JsonNode reports;
  private final JsonNode cases;
  private final VariantLibrary variants;
  private final CaseDrafts drafts;

  /**
   * Reads a pack. That the packs of this module fit the contracts is proven by its tests.
   *
   * @param name its name
   * @param files its files
   * @param drafts makes cases out of their payloads
   * @throws InvalidSeedException if a file is missing or cannot be read
   */
  public SeedPack(String name, SeedFiles files, CaseDrafts drafts) {
    this.name = name;
    this.laboratory = files.read("laboratory.yaml");
    this.reports = files.read("reports.yaml");
    this.cases = files.read("cases.yaml");
    this.variants = new VariantLibrary(files.read("variants.yaml"));
    this.drafts = drafts;
  }

  /**
   * The name of the pack.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The state that a space starts with.
   *
   * @param space the name of the space
   * @return a new state; the same one for the same name
   * @throws InvalidSeedException if an entry of the pack cannot be used
   */
  public SpaceState stateFor(String space) {
    try {
      return made(space);
    } catch (Refusal | IllegalArgumentException | DateTimeException e) {
      throw new InvalidSeedException(
          "The seed pack " + name + " cannot be made into a laboratory: " + e.getMessage(), e);
    }
  }

  private SpaceState made(String space) {
    SpaceNumbers numbers = new SpaceNumbers(space);
    Organisation organisation = organisation(numbers);
    List<Report> madeReports = new ArrayList<>();
    reports.forEach(entry -> madeReports.add(report(entry, numbers)));
    SpaceState state = SpaceState.of(organisation, madeReports, List.of());
    for (JsonNode entry : cases) {
      state = state.with(caseFile(entry, state, numbers));
    }
    return state;
  }

  private Organisation organisation(SpaceNumbers numbers) {
    JsonNode seeded = laboratory.path("organisation");
    List<OrgUser> users = new ArrayList<>();
    seeded
        .path("users")
        .forEach(
            user ->
                users.add(
                    new OrgUser(
                        numbers.userId(user.path("id").asLong()),
                        user.path("name").asText(),
                        numbers.email(user.path("email").asText()))));
    List<String> statuses = new ArrayList<>();
    seeded.path("custom_statuses").forEach(status -> statuses.add(status.asText()));
    return new Organisation(
        seeded.path("detail").deepCopy(),
        users,
        statuses,
        namesById(seeded.path("labels")),
        namesById(seeded.path("gene_lists")));
  }

  private Report report(JsonNode entry, SpaceNumbers numbers) {
    ObjectNode fields = entry.deepCopy();
    JsonNode seeded = fields.remove("genome");
    ArrayNode found = Json.array();
    entry.path("variants").forEach(mention -> found.add(variants.ofReport(mention)));
    fields.put("id", numbers.reportId(entry.path("id").asLong()));
    fields.put("workspace_id", numbers.workspaceId(laboratory.at("/workspace/id").asLong()));
    fields.put("type", "clinical_report");
    fields.set("genome_id", seeded.get("id"));
    fields.put("variant_count", found.size());
    fields.set("variants", found);
    Genome genome =
        new Genome(
            seeded.path("id").asLong(),
            seeded.path("name").asText(),
            seeded.path("external_id").asText());
    return new Report(fields, genome);
  }

  private CaseFile caseFile(JsonNode entry, SpaceState state, SpaceNumbers numbers) {
    ObjectNode fields = drafts.fields(entry.path("payload"), state);
    entry
        .path("review")
        .properties()
        .forEach(written -> fields.set(written.getKey(), written.getValue().deepCopy()));
    ArrayNode candidates = Json.array();
    entry.path("candidates").forEach(mention -> candidates.add(variants.ofCase(mention)));
    List<OrgUser> participants = new ArrayList<>();
    entry
        .path("participants")
        .forEach(id -> participants.add(user(id.asLong(), state.organisation(), numbers)));
    Organisation organisation = state.organisation();
    Instant created = Instant.parse(entry.path("created").asText());
    Instant changed = time(entry, "status_changed").orElse(created);
    Optional<CaseStanding.Signature> signature =
        entry.has("signer")
            ? Optional.of(
                new CaseStanding.Signature(
                    user(entry.path("signer").asLong(), organisation, numbers), changed))
            : Optional.empty();
    return new CaseFile(
        numbers.caseName(entry.path("name").asText()),
        fields,
        user(entry.path("creator").asLong(), organisation, numbers),
        new CaseStanding(
            entry.path("status").asText(),
            created,
            changed,
            changed,
            time(entry, "delivered"),
            signature),
        participants,
        List.of(),
        candidates);
  }

  private static OrgUser user(long id, Organisation organisation, SpaceNumbers numbers) {
    return organisation.users().stream()
        .filter(user -> user.id() == numbers.userId(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSeedException(
                    "cases.yaml names a user " + id + " who is not in laboratory.yaml. Add one."));
  }

  private static Optional<Instant> time(JsonNode entry, String field) {
    return entry.hasNonNull(field)
        ? Optional.of(Instant.parse(entry.path(field).asText()))
        : Optional.empty();
  }

  private static Map<Long, String> namesById(JsonNode entries) {
    Map<Long, String> names = new LinkedHashMap<>();
    entries.forEach(entry -> names.put(entry.path("id").asLong(), entry.path("name").asText()));
    return names;
  }
}
