package dev.casewright.conformance.emedgene;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The cases that the target has, found by documented calls that only read. */
final class EmedgeneCases {

  static final String TRASH = "move_to_trash";

  /** A text in the place of a name that no case can have, since it has another form. */
  static final String NO_NAME = "EMG-NO-CASE";

  private static final String LIST = "/api/test";
  private static final int MOST_IN_A_STATUS = 10;
  private static final int MOST_WITHOUT_A_STATUS = 40;
  private final EmedgeneTarget target;
  private final Map<String, Optional<JsonNode>> seen = new LinkedHashMap<>();
  private Optional<List<String>> subjects = Optional.empty();

  EmedgeneCases(EmedgeneTarget target) {
    this.target = target;
  }

  /** The names that a list holds. */
  static List<String> namesIn(Answer list) {
    return EmedgeneTarget.entriesOf(list).stream()
        .flatMap(entry -> EmedgeneAnswers.caseNameIn(entry).stream())
        .toList();
  }

  /** The names that the list holds now, without a filter. */
  List<String> names() {
    return namesIn(target.get(LIST));
  }

  /**
   * The names of the cases that the list held at first, those in the trash aside; looked for once
   * in a run as long as nothing changes.
   */
  List<String> subjects() {
    if (subjects.isEmpty()) {
      subjects =
          Optional.of(
              target.memory().subject("cases", Names.class, () -> new Names(listed())).all());
    }
    return subjects.get();
  }

  /** The same; without any the check is skipped. */
  List<String> atLeastOne() {
    any();
    return subjects();
  }

  /** Some of each status, so that a large organisation is not read as a whole. */
  private List<String> listed() {
    Answer list = target.get(LIST);
    if (list.status() >= 400) {
      abort("The list of cases is refused.");
    }
    Map<String, Integer> taken = new HashMap<>();
    return EmedgeneTarget.entriesOf(list).stream()
        .filter(entry -> !statusOf(entry).equals(TRASH))
        .filter(entry -> taken.merge(statusOf(entry), 1, Integer::sum) <= mostLike(entry))
        .flatMap(
            entry ->
                EmedgeneAnswers.caseNameIn(entry)
                    .filter(name -> entry.has("status") || find(name).isPresent())
                    .stream())
        .toList();
  }

  /** The subjects as they are now. */
  Map<String, JsonNode> read() {
    Map<String, JsonNode> details = new LinkedHashMap<>();
    subjects().forEach(name -> find(name).ifPresent(detail -> details.put(name, detail)));
    return details;
  }

  /** The subjects as they were when they were first looked at, to choose from and compare with. */
  Map<String, JsonNode> details() {
    Map<String, JsonNode> details = new LinkedHashMap<>();
    subjects().forEach(name -> look(name).ifPresent(detail -> details.put(name, detail)));
    return details;
  }

  /** The names of the subjects that fit. */
  List<String> where(Predicate<JsonNode> condition) {
    return thatFit(subjects(), condition).toList();
  }

  /** The names of the subjects in a status. */
  List<String> in(String status) {
    return where(isIn(status));
  }

  /** A case; without one the check is skipped. */
  String any() {
    return subjects().stream().findFirst().orElseGet(() -> abort("The target has no case."));
  }

  /** A case in a status; without one the check is skipped. */
  String any(String status) {
    List<String> candidates =
        target
            .memory()
            .subject("cases in " + status, Names.class, () -> new Names(listedIn(status)))
            .all();
    return thatFit(candidates, isIn(status))
        .findFirst()
        .orElseGet(() -> any("case in the status " + status, isIn(status)));
  }

  private static String statusOf(JsonNode entry) {
    return entry.path("status").asText();
  }

  private static int mostLike(JsonNode entry) {
    return entry.has("status") ? MOST_IN_A_STATUS : MOST_WITHOUT_A_STATUS;
  }

  private List<String> listedIn(String status) {
    Answer list = target.get(LIST + "?status=" + status);
    return EmedgeneAnswers.isSuccess(list) ? namesIn(list) : List.of();
  }

  /** A case that the list tells to be in the trash; without one the check is skipped. */
  String anyInTheTrash() {
    Answer list = target.get(LIST + "?status=" + TRASH);
    List<JsonNode> entries =
        EmedgeneAnswers.isSuccess(list) ? EmedgeneTarget.entriesOf(list) : List.of();
    return entries.stream()
        .filter(entry -> statusOf(entry).equals(TRASH))
        .flatMap(entry -> EmedgeneAnswers.caseNameIn(entry).stream())
        .findFirst()
        .orElseGet(() -> abort("The list of cases tells of none in the trash."));
  }

  /** A case that fits; without one the check is skipped. */
  String any(String description, Predicate<JsonNode> condition) {
    return thatFit(subjects(), condition)
        .findFirst()
        .orElseGet(() -> abort("The target has no " + description + "."));
  }

  /** The case of this name as it is now. */
  JsonNode read(String name) {
    return find(name)
        .orElseThrow(() -> new AssertionError("The case " + name + " could not be read."));
  }

  /** The case of this name as it is now, or nothing if it cannot be read. */
  Optional<JsonNode> find(String name) {
    Answer answer = target.get(LIST + "/" + name);
    return EmedgeneAnswers.isSuccess(answer) ? Optional.of(answer.json()) : Optional.empty();
  }

  private Stream<String> thatFit(List<String> names, Predicate<JsonNode> condition) {
    return names.stream().filter(name -> look(name).filter(condition).isPresent());
  }

  private Optional<JsonNode> look(String name) {
    return seen.computeIfAbsent(
        name,
        each ->
            target
                .memory()
                .subject("case " + each, Seen.class, () -> new Seen(find(each)))
                .detail());
  }

  private static Predicate<JsonNode> isIn(String status) {
    return detail -> detail.path("status").asText().equals(status);
  }

  private record Names(List<String> all) {}

  private record Seen(Optional<JsonNode> detail) {}
}
