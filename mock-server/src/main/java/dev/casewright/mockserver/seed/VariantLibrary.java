package dev.casewright.mockserver.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;

/**
 * The variants that reports and cases refer to by key, so that gene, transcript and change of a
 * variant agree wherever it occurs. Opal tells the place on GRCh37, Emedgene on GRCh38.
 */
final class VariantLibrary {

  private final JsonNode variants;

  VariantLibrary(JsonNode variants) {
    this.variants = variants;
  }

  /** A variant of an extended report. Its shape is not public: the names are ours. */
  ObjectNode ofReport(JsonNode mention) {
    JsonNode known = known(mention);
    ObjectNode variant = Json.object();
    variant.set("gene", known.get("gene"));
    variant.set("transcript", known.get("transcript"));
    variant.set("hgvs_c", known.get("hgvs_c"));
    variant.set("hgvs_p", known.get("hgvs_p"));
    JsonNode place = known.path("grch37");
    variant.put("assembly", "hg19");
    variant.set("chromosome", place.get("chromosome"));
    variant.set("position", place.get("position"));
    variant.set("ref", place.get("ref"));
    variant.set("alt", place.get("alt"));
    variant.set("dbsnp", known.get("dbsnp"));
    variant.set("classification", known.get("classification"));
    variant.set("zygosity", mention.get("zygosity"));
    variant.set("status", mention.get("status"));
    variant.set("to_report", mention.get("to_report"));
    return variant;
  }

  /** A tagged variant of a case. */
  ObjectNode ofCase(JsonNode mention) {
    JsonNode known = known(mention);
    JsonNode place = known.path("grch38");
    JsonNode disease = known.path("disease");
    ObjectNode variant = Json.object();
    variant.put("chromosome", "chr" + place.path("chromosome").asText());
    variant.set("position", place.get("position"));
    variant.set("ref", place.get("ref"));
    variant.set("alt", place.get("alt"));
    variant.set("vartype", known.get("vartype"));
    variant.put("SVLEN", known.path("length").asLong(0));
    variant.put("gene_name", known.path("gene").asText().replace(", ", ","));
    variant.set("HGNC_IDS", known.get("hgnc"));
    variant.put("Variant_details", details(known));
    variant.set("tag", mention.get("tag"));
    ArrayNode userTags = variant.putArray("user_last_tags");
    if (!mention.at("/tag/username").asText().equals("emedgene")) {
      userTags.add(mention.get("tag"));
    }
    variant.put("quality", mention.path("quality").asText("HIGH"));
    for (String person : new String[] {"proband", "mother", "father"}) {
      variant.put(person + "_zygosity", mention.path(person).asText("na"));
    }
    variant.putObject("evidence").set("disease", disease);
    variant.put(
        "evidence_text",
        disease.path("inheritance").asText() + ": " + disease.path("name").asText());
    variant.putArray("articles");
    knownElsewhere(variant, known);
    ArrayNode transcripts = variant.putArray("transcripts");
    if (!known.path("transcript").asText().isEmpty()) {
      transcripts.addObject().set("name", known.get("transcript"));
    }
    variant.set("mutation_type", known.get("effect"));
    variant.put("mut_vus", "");
    variant.set("nucleotide", known.get("hgvs_c"));
    variant.set("aminoacid", known.get("hgvs_p"));
    variant.set("isoform", known.get("transcript"));
    variant.put("change_exon", known.path("exon").asText(""));
    variant.put("number_of_exons", known.path("exons").asText(""));
    putIfKnown(variant, "acmg_classification", known.path("classification"));
    putIfKnown(variant, "dbSNP_ID", known.path("dbsnp"));
    variant.put("phenomeld_score", mention.path("score").asDouble(0));
    variant.put("finalized", mention.path("finalized").asBoolean(false));
    variant.put("evs_ac", "");
    variant.put("evs_depth", 0);
    variant.put("thousand_genomes_total_af", 0.0);
    return variant;
  }

  /** Not every variant has what only small ones have. */
  private static void putIfKnown(ObjectNode variant, String name, JsonNode value) {
    if (value.isTextual()) {
      variant.set(name, value);
    }
  }

  private JsonNode known(JsonNode mention) {
    String key = mention.path("variant").asText();
    if (!variants.has(key)) {
      throw new InvalidSeedException(
          "variants.yaml has no variant \"" + key + "\". Add it, or refer to one that is there.");
    }
    return variants.get(key);
  }

  private static String details(JsonNode known) {
    return (known.path("gene").asText()
            + " "
            + known.path("transcript").asText()
            + " "
            + known.path("hgvs_c").asText()
            + " "
            + known.path("hgvs_p").asText()
            + ", "
            + known.path("classification").asText())
        .replaceAll(" +", " ")
        .replace(" ,", ",");
  }

  private static void knownElsewhere(ObjectNode variant, JsonNode known) {
    ArrayNode entries = variant.putArray("known_variants");
    ObjectNode references = Json.object();
    ArrayNode clinvarIds = references.putArray("ref_clinvar_ids");
    references.putArray("ref_pubmed_ids");
    String clinvar = known.path("clinvar").asText("");
    if (!clinvar.isEmpty()) {
      entries
          .addObject()
          .put("id", clinvar)
          .put("link", "https://www.ncbi.nlm.nih.gov/clinvar/variation/" + clinvar + "/")
          .put("source", "ClinVar");
      clinvarIds.add(clinvar);
    }
    variant.set("references", references);
  }
}
