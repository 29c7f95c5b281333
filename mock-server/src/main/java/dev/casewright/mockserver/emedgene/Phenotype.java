package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import java.util.List;

/**
 * A phenotype of the Human Phenotype Ontology as Emedgene writes it.
 *
 * @param digits the seven digits of its HPO id
 * @param name its name
 * @param parent the HPO id of the term above it
 * @param category the HPO id of its group
 * @param categoryName the name of its group
 * @param depth how deep it stands in the ontology
 * @param synonyms other names
 */
record Phenotype(
    String digits,
    String name,
    String parent,
    String category,
    String categoryName,
    int depth,
    List<String> synonyms) {

  private static final String KEY = "EMG_PHENOTYPE_";
  private static final String COLLECTION = "phenotypes/";

  static String idOf(String digits) {
    return COLLECTION + KEY + digits;
  }

  String id() {
    return idOf(digits);
  }

  /** As it stands at the top of a case: expanded, its id without the collection (EMG-GET-08). */
  ObjectNode expanded() {
    ObjectNode expanded = Json.object();
    expanded.put("_id", id());
    expanded.put("_key", KEY + digits);
    expanded.put("_rev", "_mock" + digits);
    expanded.put("id", KEY + digits);
    expanded.put("hpo_id", "HP:" + digits);
    expanded.put("name", name);
    expanded.put("category_id", category.replace("HP:", KEY));
    expanded.put("category_name", categoryName);
    expanded.put("category_root", false);
    expanded.put("depth", depth);
    synonyms.forEach(expanded.putArray("synonym")::add);
    ObjectNode term = expanded.putObject("sources").putObject("hpo");
    term.put("id", "HP:" + digits);
    term.put("hpo_id", "HP:" + digits);
    term.put("unique_id", "HP:" + digits);
    term.put("name", name);
    term.put("depth", depth);
    term.putArray("is_a").add(parent);
    synonyms.forEach(term.putArray("synonym")::add);
    term.putArray("xref");
    term.putArray("categories").addObject().put("id", category).put("name", categoryName);
    return expanded;
  }
}
