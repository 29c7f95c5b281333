package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.node.LongNode;
import dev.casewright.client.emedgene.model.PresetSearchItem;
import dev.casewright.client.emedgene.model.PresetSearchType;

/** Makes what a preset group is built of. Sends nothing; thread-safe. */
public final class PresetItems {
  private PresetItems() {}

  /**
   * A gene list (Emedgene page, Creating a Custom Preset Group with Additional Gene Panels).
   *
   * @param id the id of the list
   * @param name its name
   * @return the item
   */
  public static PresetSearchItem geneList(long id, String name) {
    return PresetSearchItem.builder()
        .id(LongNode.valueOf(id))
        .name(name)
        .type(PresetSearchType.GENE_LIST)
        .value(name)
        .build();
  }
}
