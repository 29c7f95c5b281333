package dev.casewright.conformance.difference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A difference as JSON. */
final class DifferenceJson {

  private DifferenceJson() {}

  static ObjectNode of(ContractDifference difference) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("breaking", difference.isBreaking());
    ArrayNode operations = json.putArray("operations");
    for (OperationDifference operation : difference.operations()) {
      ObjectNode one = operations.addObject();
      one.put("api", operation.api().id());
      one.put("operation", operation.operation());
      one.put("breaking", operation.isBreaking());
      ArrayNode changes = one.putArray("changes");
      for (Change change : operation.changes()) {
        changes
            .addObject()
            .put("breaking", change.breaking())
            .put("place", change.place())
            .put("what", change.what());
      }
      ArrayNode requirements = one.putArray("requirements");
      operation.requirements().forEach(requirements::add);
      ArrayNode pacts = one.putArray("pacts");
      operation.pacts().forEach(pacts::add);
    }
    ObjectNode requirements = json.putObject("requirements");
    difference.requirements().forEach(requirements::put);
    return json;
  }
}
