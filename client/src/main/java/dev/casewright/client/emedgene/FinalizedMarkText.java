package dev.casewright.client.emedgene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.client.emedgene.FinalizedMark.Known;
import dev.casewright.client.json.WireJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A mark as a text. */
final class FinalizedMarkText {
  private static final String FORMAT = "casewright-finalized-1";
  private static final String LISTED = "listed";
  private static final String REMEMBERED = "remembered";

  private FinalizedMarkText() {}

  static String write(FinalizedMark mark) {
    ObjectNode text =
        JsonNodeFactory.instance
            .objectNode()
            .put("format", FORMAT)
            .put("since", mark.since().toString())
            .put("newest", mark.newest().toString())
            .put("rechecked", mark.rechecked().toString());
    ObjectNode listed = text.putObject(LISTED);
    ObjectNode remembered = text.putObject(REMEMBERED);
    new TreeMap<>(mark.known())
        .forEach(
            (name, known) ->
                (known.listed() ? listed : remembered)
                    .put(name, known.changed().map(Instant::toString).orElse(null)));
    return text.toString();
  }

  static FinalizedMark read(String text) {
    try {
      JsonNode mark = WireJson.newMapper().readTree(text);
      if (!FORMAT.equals(mark.path("format").textValue())) {
        throw unreadable();
      }
      Map<String, Known> known = new HashMap<>();
      read(mark, LISTED, true, known);
      read(mark, REMEMBERED, false, known);
      return new FinalizedMark(
          time(mark.path("since")), time(mark.path("newest")), time(mark.path("rechecked")), known);
    } catch (JsonProcessingException | DateTimeException broken) {
      // Their messages quote the text.
      throw unreadable();
    }
  }

  private static void read(JsonNode mark, String part, boolean listed, Map<String, Known> known) {
    if (!mark.path(part).isObject()) {
      throw unreadable();
    }
    ObjectNode cases = (ObjectNode) mark.path(part);
    cases
        .fieldNames()
        .forEachRemaining(
            name -> known.put(name, new Known(optionalTime(cases.get(name)), listed)));
  }

  private static Optional<Instant> optionalTime(JsonNode value) {
    return value.isNull() ? Optional.empty() : Optional.of(time(value));
  }

  private static Instant time(JsonNode value) {
    if (!value.isTextual()) {
      throw unreadable();
    }
    return Instant.parse(value.textValue());
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "The text is no mark of finalized cases that this version can read. Give what toText()"
            + " gave, or start anew with FinalizedMark.since(...), from before the last call that"
            + " gave a mark, so that no case is missed.");
  }
}
