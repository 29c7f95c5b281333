package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The phenotypes that the mock knows. It lists some of the Human Phenotype Ontology by name and
 * takes every other id for one whose name it was not told, except those from 9000000 on, which the
 * ontology has never given out and which stand for unknown phenotypes. Immutable.
 */
public final class PhenotypeCatalogue {

  private static final Pattern ID =
      Pattern.compile("(?:(?:phenotypes/)?EMG_PHENOTYPE_|HP:)(\\d{7})");
  private static final int FIRST_UNKNOWN = 9_000_000;

  /** Ids for names that are not listed; the ontology does not use them. */
  private static final int FIRST_OWN = 8_000_000;

  private static final String ROOT = "HP:0000118";
  private static final String ROOT_NAME = "Phenotypic abnormality";

  private final Map<String, Phenotype> byDigits = new LinkedHashMap<>();
  private final Map<String, Phenotype> byName = new LinkedHashMap<>();

  /**
   * Reads the listed phenotypes.
   *
   * @param document an object with {@code categories}, names by HPO id, and {@code terms}
   */
  public PhenotypeCatalogue(JsonNode document) {
    for (JsonNode term : document.path("terms")) {
      String category = term.path("category").asText();
      List<String> synonyms = new ArrayList<>();
      term.path("synonyms").forEach(synonym -> synonyms.add(synonym.asText()));
      Phenotype phenotype =
          new Phenotype(
              term.path("id").asText().substring("HP:".length()),
              term.path("name").asText(),
              term.path("is_a").asText(ROOT),
              category,
              document.path("categories").path(category).asText(),
              term.path("depth").asInt(),
              synonyms);
      byDigits.put(phenotype.digits(), phenotype);
      byName.put(phenotype.name(), phenotype);
    }
  }

  /**
   * Looks a phenotype up, by its id in one of three forms or by its name alone.
   *
   * @param id the id; may be empty
   * @param name the name; may be empty
   * @return the phenotype; nothing if there is none of this id, or neither is given
   */
  Optional<Phenotype> find(String id, String name) {
    if (id.isBlank()) {
      return name.isBlank()
          ? Optional.empty()
          : Optional.of(byName.getOrDefault(name, unlisted(ownDigits(name), name)));
    }
    return digits(id)
        .filter(digits -> Integer.parseInt(digits) < FIRST_UNKNOWN)
        .map(
            digits ->
                byDigits.getOrDefault(
                    digits, unlisted(digits, name.isBlank() ? "HP:" + digits : name)));
  }

  /**
   * What is wrong with a phenotype of a seed pack.
   *
   * @param id the id; may be empty
   * @param name the name; may be empty
   * @return the rule that it breaks; nothing if it is known, or not listed here
   */
  public Optional<String> mistake(String id, String name) {
    if (find(id, name).isEmpty()) {
      return Optional.of("is no phenotype: give an id such as HP:0001250, or a name alone");
    }
    Phenotype listed = digits(id).map(byDigits::get).orElse(null);
    boolean hasOtherName =
        listed != null
            && !name.isBlank()
            && !name.equals(listed.name())
            && !listed.synonyms().contains(name);
    return hasOtherName
        ? Optional.of("has the id of a phenotype of another name: " + listed.name())
        : Optional.empty();
  }

  static Optional<String> digits(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Phenotype unlisted(String digits, String name) {
    return new Phenotype(digits, name, ROOT, ROOT, ROOT_NAME, 1, List.of());
  }

  private static String ownDigits(String name) {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return String.format(
        Locale.ROOT, "%07d", FIRST_OWN + sum.getValue() % (FIRST_UNKNOWN - FIRST_OWN));
  }
}
