package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the shape of the files of a seed pack cannot say about the laboratory and its variants: no
 * id twice, and one transcript for each gene.
 */
final class PackRules {

  private final PackFiles files;
  private final Mistakes mistakes;

  PackRules(PackFiles files, Mistakes mistakes) {
    this.files = files;
    this.mistakes = mistakes;
  }

  void check() {
    PackFile laboratory = files.laboratory();
    unique(laboratory, "/organisation/users", "/id");
    unique(laboratory, "/organisation/users", "/email");
    unique(laboratory, "/organisation/labels", "/id");
    unique(laboratory, "/organisation/gene_lists", "/id");
    unique(files.reports(), "", "/id");
    unique(files.cases(), "", "/name");
    checkVariants();
  }

  /** Each value is told once, where it stands again. */
  private void unique(PackFile file, String list, String member) {
    Set<String> seen = new HashSet<>();
    JsonNode entries = file.root().at(list);
    for (int i = 0; i < entries.size(); i++) {
      JsonNode id = entries.path(i).at(member);
      if (!id.isMissingNode() && !seen.add(id.asText())) {
        mistakes.add(
            file, list + "/" + i + member, "stands twice; it must be different in each entry");
      }
    }
  }

  private void checkVariants() {
    PackFile file = files.variants();
    Map<String, JsonNode> first = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : file.root().properties()) {
      JsonNode variant = entry.getValue();
      String at = "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
      JsonNode known = first.putIfAbsent(variant.path("gene").asText(), variant);
      if (known != null) {
        for (String same : new String[] {"transcript", "hgnc"}) {
          if (!known.path(same).equals(variant.path(same))) {
            mistakes.add(
                file, at + "/" + same, "is another one than that of the gene's first variant");
          }
        }
      }
      checkAlleles(file, at, variant);
    }
  }

  /** A change of one base is told by its letters in the transcript, on either strand. */
  private void checkAlleles(PackFile file, String at, JsonNode variant) {
    for (String assembly : new String[] {"grch37", "grch38"}) {
      JsonNode place = variant.path(assembly);
      if (place.isObject()
          && !Alleles.agree(
              variant.path("hgvs_c").asText(),
              place.path("ref").asText(),
              place.path("alt").asText())) {
        mistakes.add(file, at + "/" + assembly, "ref and alt do not agree with hgvs_c");
      }
    }
  }
}
