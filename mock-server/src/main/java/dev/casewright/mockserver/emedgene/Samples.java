package dev.casewright.mockserver.emedgene;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.space.CaseFile;

/** Finds samples by name; the hit of the latest case stands last (EMG-SAMP-01 to EMG-SAMP-12). */
final class Samples implements OperationHandler {

  @Override
  public MockAnswer handle(Call call) {
    ArrayNode hits = Json.array();
    for (CaseFile file : call.ownSpace().state().cases()) {
      file.samples().stream()
          .filter(sample -> fits(call, sample))
          .forEach(
              sample ->
                  hits.addObject()
                      .put("id", sample.path("id").asLong())
                      .put("note", file.name())
                      .put("fastq", sample.path("fastq").asText()));
    }
    ObjectNode list = Json.object().put("total", hits.size());
    list.set("hits", hits);
    return MockAnswer.json(200, list);
  }

  private static boolean fits(Call call, ObjectNode sample) {
    String name = sample.path("fastq").asText();
    String query = call.parameter("query").orElse("");
    boolean exact = call.parameter("exact_match").filter("true"::equalsIgnoreCase).isPresent();
    boolean named = exact ? name.equals(query) : name.contains(query);
    return named
        && call.parameter("sampleType")
            .map(type -> type.equals(sample.path("sampleType").asText()))
            .orElse(true);
  }
}
