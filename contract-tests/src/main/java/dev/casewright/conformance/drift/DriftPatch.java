package dev.casewright.conformance.drift;

import dev.casewright.conformance.drift.DriftReport.Origin;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A suggested change of an OpenAPI document. */
final class DriftPatch {

  private static final String MEANING =
      "description: Sent by a server; no document of the vendor has it, and its meaning is unknown.";

  private static final String MEANING_OF_ERROR =
      "description: Sent by a server; no document of the vendor has it. Its body is taken to be that"
          + " of other errors.";

  /** What YAML takes for something other than a text. */
  private static final Set<String> WORDS_OF_YAML =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private final Api api;
  private final YamlDocument document;
  private final Optional<ErrorSchema> errorSchema;
  private final List<String> origin;
  private final List<String> notes = new ArrayList<>();

  DriftPatch(Api api, String yaml, Origin origin, LocalDate day) {
    this.api = api;
    this.document = new YamlDocument(yaml);
    this.errorSchema = ErrorSchema.of(Contract.parse(api, yaml));
    this.origin =
        List.of(
            "x-evidence: " + origin.evidence(),
            "x-source: [\"" + origin.source() + ", " + day + "\"]");
  }

  String of(List<DriftFinding> unknown) {
    Map<String, Field> fields = new TreeMap<>();
    Map<String, Set<String>> headers = new TreeMap<>();
    Set<String> done = new TreeSet<>();
    for (DriftFinding finding : unknown) {
      if (finding.api() != api) {
        continue;
      }
      String name = finding.pointer().substring(finding.pointer().lastIndexOf('/') + 1);
      switch (finding.kind()) {
        case UNKNOWN_FIELD -> {
          if (name.equals(FieldNames.MASKED) || !document.has(finding.document())) {
            note(finding);
          } else {
            fields
                .computeIfAbsent(
                    finding.document() + " " + name,
                    key -> new Field(finding.document(), name, new TreeSet<>()))
                .types()
                .add(finding.shape());
          }
        }
        case UNKNOWN_HEADER ->
            headers
                .computeIfAbsent(finding.document(), key -> new TreeSet<>())
                .add(finding.shape());
        case UNKNOWN_STATUS -> {
          String status = finding.shape().replace("HTTP ", "");
          addOnce(done, finding, finding.document(), status(status));
        }
        case OTHER_TYPE -> {
          boolean isNamed = finding.document().matches("/components/schemas/[^/]+");
          if (finding.shape().equals("null") && !isNamed) {
            addOnce(done, finding, finding.document(), List.of("nullable: true"));
          } else {
            note(finding);
          }
        }
        default -> note(finding);
      }
    }
    fields.values().forEach(this::add);
    headers.forEach(this::addHeaders);
    return text();
  }

  private void addOnce(Set<String> done, DriftFinding finding, String place, List<String> lines) {
    if (done.add(place + lines) && !document.add(place, lines)) {
      note(finding);
    }
  }

  private List<String> status(String status) {
    Optional<ErrorSchema> error = errorSchema.filter(schema -> status.compareTo("400") >= 0);
    List<String> lines = new ArrayList<>();
    lines.add("'" + status + "':");
    lines.add("  " + (error.isPresent() ? MEANING_OF_ERROR : MEANING));
    origin.forEach(line -> lines.add("  " + line));
    error.ifPresent(schema -> schema.content().forEach(line -> lines.add("  " + line)));
    return lines;
  }

  private void add(Field field) {
    List<String> lines = new ArrayList<>();
    lines.add(
        (WORDS_OF_YAML.contains(field.name()) ? "'" + field.name() + "'" : field.name()) + ":");
    field.typeLines().forEach(line -> lines.add("  " + line));
    lines.add("  " + MEANING);
    origin.forEach(line -> lines.add("  " + line));
    lines.add("  x-phi: true");
    document.add(field.document() + "/properties", lines);
  }

  private void addHeaders(String answer, Set<String> names) {
    boolean has = document.has(answer + "/headers");
    List<String> lines = new ArrayList<>();
    String indent = has ? "" : "  ";
    if (!has) {
      lines.add("headers:");
    }
    for (String name : names) {
      lines.add(indent + name + ":");
      lines.add(indent + "  " + MEANING);
      origin.forEach(line -> lines.add(indent + "  " + line));
      lines.add(indent + "  x-phi: true");
      lines.add(indent + "  schema:");
      lines.add(indent + "    type: string");
    }
    document.add(has ? answer + "/headers" : answer, lines);
  }

  private void note(DriftFinding finding) {
    notes.add(
        finding.operation()
            + (finding.status() == 0 ? "" : " " + finding.status())
            + ": "
            + DriftTable.words(finding)
            + (finding.pointer().isEmpty() ? "" : " at " + finding.pointer())
            + ", "
            + finding.count()
            + " times");
  }

  private String text() {
    StringBuilder text =
        new StringBuilder(
            "A suggestion, made from what a server sent. Read it before you apply it.\n");
    if (!notes.isEmpty()) {
      text.append("Not written as a change, since a name or a value may be data:\n");
      notes.forEach(note -> text.append("  ").append(note).append('\n'));
    }
    String hunks = document.hunks();
    String file = "openapi/" + api.id() + "/openapi.yaml\n";
    return hunks.isEmpty()
        ? text.toString()
        : text.append("--- a/").append(file).append("+++ b/").append(file).append(hunks).toString();
  }

  private record Field(String document, String name, Set<String> types) {

    /** The type that all values had; no type, which allows any value, if they differ. */
    List<String> typeLines() {
      Set<String> some = new TreeSet<>(types);
      boolean nullable = some.remove("null");
      if (some.equals(Set.of("integer", "number"))) {
        some.remove("integer");
      }
      if (some.size() != 1) {
        return List.of();
      }
      List<String> lines = new ArrayList<>(lines(some.iterator().next()));
      if (nullable && !some.contains("object")) {
        lines.add("nullable: true");
      }
      return lines;
    }

    private static List<String> lines(String type) {
      return switch (type) {
        case "object" -> List.of("x-one-of:", "  - type: object", "    additionalProperties: true");
        case "array" -> List.of("type: array", "items: {}");
        default -> List.of("type: " + type);
      };
    }
  }
}
