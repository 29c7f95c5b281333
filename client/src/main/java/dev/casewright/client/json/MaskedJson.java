package dev.casewright.client.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * An answer whose form is not public. It may hold patient data, so its {@code toString} shows
 * neither names nor values, which the JSON itself would. Two are equal if their JSON is. Immutable
 * and thread-safe.
 *
 * @param json the answer; a missing node if the server sent none
 */
public record MaskedJson(JsonNode json) {
  /** Keeps a copy, since a tree can be changed. */
  public MaskedJson {
    json = json.deepCopy();
  }

  /**
   * The answer. <b>Its {@code toString} shows all of it: keep it out of logs.</b>
   *
   * @return a copy; a missing node if the server sent none
   */
  @Override
  public JsonNode json() {
    return json.deepCopy();
  }

  /** The kind of JSON, and how many elements it has. */
  @Override
  public String toString() {
    MaskedText text = new MaskedText("MaskedJson");
    text.show("type", json.getNodeType().name().toLowerCase(Locale.ROOT));
    text.show("size", json.isContainerNode() ? json.size() : null);
    return text.toString();
  }
}
