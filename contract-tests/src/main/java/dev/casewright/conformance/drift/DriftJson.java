package dev.casewright.conformance.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A drift report as JSON. */
final class DriftJson {

  private DriftJson() {}

  static ObjectNode of(DriftReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode answers = json.putObject("answers");
    report.answers().forEach(answers::put);
    put(json.putArray("unknown"), report.unknown());
    put(json.putArray("unseen"), report.unseen());
    return json;
  }

  private static void put(ArrayNode array, List<DriftFinding> findings) {
    for (DriftFinding finding : findings) {
      array
          .addObject()
          .put("api", finding.api().id())
          .put("operation", finding.operation())
          .put("kind", finding.kind().toString())
          .put("status", finding.status())
          .put("pointer", finding.pointer())
          .put("shape", finding.shape())
          .put("document", finding.document())
          .put("count", finding.count());
    }
  }
}
