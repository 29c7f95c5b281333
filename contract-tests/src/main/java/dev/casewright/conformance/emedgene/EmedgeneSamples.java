package dev.casewright.conformance.emedgene;

import static dev.casewright.conformance.check.Preconditions.assumeTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The samples of the listed cases, and the search for them. */
final class EmedgeneSamples {

  private static final int MOST_OF_A_KIND = 3;

  private final EmedgeneTarget target;
  private final EmedgeneCases cases;

  EmedgeneSamples(EmedgeneTarget target) {
    this.target = target;
    this.cases = new EmedgeneCases(target);
  }

  /** All samples, each once for every case that it belongs to; without any the check is skipped. */
  List<Known> all() {
    List<Known> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : cases.details().entrySet()) {
      for (JsonNode sample : entry.getValue().path("samples")) {
        String name = sample.path("fastq").asText("");
        if (sample.path("id").canConvertToLong() && !name.isEmpty()) {
          all.add(
              new Known(
                  sample.path("id").asLong(),
                  name,
                  sample.path("sampleType").asText(""),
                  entry.getKey()));
        }
      }
    }
    assumeTrue(!all.isEmpty(), "The listed cases have no samples.");
    return all;
  }

  Known any() {
    return all().get(0);
  }

  /** Some of every kind: of each type, of several cases, with a sign that could be a wildcard. */
  List<Known> ofEveryKind() {
    List<Known> all = all();
    Map<String, Integer> taken = new HashMap<>();
    return all.stream()
        .filter(
            sample ->
                kindsOf(sample, all).stream()
                    .anyMatch(kind -> taken.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND))
        .toList();
  }

  private static List<String> kindsOf(Known sample, List<Known> all) {
    List<String> kinds = new ArrayList<>(List.of("of type " + sample.type()));
    Stream.of("%", "_", "-")
        .filter(sign -> sample.name().contains(sign))
        .forEach(sign -> kinds.add("with " + sign));
    if (all.stream().filter(other -> other.name().contains(sample.name())).count() > 1) {
      kinds.add("in several places");
    }
    return kinds;
  }

  /** The names of some of every kind. */
  Set<String> names() {
    return ofEveryKind().stream().map(Known::name).collect(Collectors.toSet());
  }

  Set<String> types() {
    return all().stream().map(Known::type).collect(Collectors.toSet());
  }

  /** The ids of those that fit. */
  Set<Long> idsWhere(Predicate<Known> condition) {
    return all().stream().filter(condition).map(Known::id).collect(Collectors.toSet());
  }

  /** The letter that stands in the most names. */
  String commonLetter() {
    return letters().stream()
        .max(Comparator.comparingLong(letter -> namesWith(letter)))
        .orElseGet(() -> abort("No name of a sample has a letter."));
  }

  /** When the case of a hit was created, as far as the listed cases tell. */
  Optional<Instant> creationOf(JsonNode hit) {
    Set<String> names = casesOf(EmedgeneAnswers.idIn(hit));
    String note = hit.path("note").asText();
    if (!names.contains(note) && EmedgeneAnswers.isCaseName(hit.path("note"))) {
      Optional<JsonNode> other =
          cases.find(note).filter(detail -> hasSample(detail, EmedgeneAnswers.idIn(hit)));
      if (other.isPresent()) {
        return other.flatMap(detail -> EmedgeneTimes.in(detail.path("created")));
      }
    }
    return names.stream()
        .filter(name -> name.equals(note) || !names.contains(note))
        .flatMap(name -> EmedgeneTimes.in(cases.details().get(name).path("created")).stream())
        .max(Comparator.naturalOrder());
  }

  /** Whether a case, listed or not, has a sample. */
  boolean belongsTo(long id, String caseName) {
    return cases.find(caseName).filter(detail -> hasSample(detail, id)).isPresent();
  }

  private static boolean hasSample(JsonNode detail, long id) {
    return detail.path("samples").findValuesAsText("id").contains("" + id);
  }

  /** The names of the listed cases that a sample belongs to. */
  private Set<String> casesOf(long id) {
    return all().stream()
        .filter(sample -> sample.id() == id)
        .map(Known::caseName)
        .collect(Collectors.toSet());
  }

  /** Searches; more parameters begin with an ampersand. */
  Answer search(String query, String more) {
    return target.get("/api/sample/?query=" + encoded(query) + more);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The hits of a search; none if it is refused. */
  List<JsonNode> hits(String query, String more) {
    Answer answer = search(query, more);
    return EmedgeneAnswers.isSuccess(answer) ? EmedgeneTarget.entriesOf(answer) : List.of();
  }

  /** The ids that a search finds, of those that the listed cases have. */
  Set<Long> found(String query, String more) {
    Set<Long> known = idsWhere(sample -> true);
    return hits(query, more).stream()
        .map(EmedgeneAnswers::idIn)
        .filter(known::contains)
        .collect(Collectors.toSet());
  }

  private Set<String> letters() {
    return names().stream()
        .flatMap(name -> name.chars().filter(Character::isLetter).mapToObj(Character::toString))
        .collect(Collectors.toSet());
  }

  private long namesWith(String letter) {
    return names().stream().filter(name -> name.contains(letter)).count();
  }

  /**
   * A sample.
   *
   * @param id its id
   * @param name its name
   * @param type its type
   * @param caseName a case that it belongs to
   */
  record Known(long id, String name, String type, String caseName) {}
}
