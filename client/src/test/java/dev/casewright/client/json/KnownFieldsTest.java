package dev.casewright.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.model.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownFieldsTest {
  private final ObjectMapper mapper = WireJson.newMapper();

  @Test
  void knownNullAndAdditionalFieldsTogetherAreAllThatWasOnTheWire() throws Exception {
    JsonNode wire = mapper.readTree(Samples.read("opal-report-sample.json"));
    ((ObjectNode) wire).put("new_field", 1);

    Report report = mapper.treeToValue(wire, Report.class);

    List<String> names = new ArrayList<>(report.knownFields().keySet());
    names.addAll(report.nullFields());
    names.addAll(report.additionalFields().keySet());
    List<String> sent = new ArrayList<>();
    wire.fieldNames().forEachRemaining(sent::add);
    assertThat(names).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void theyAreACopy() throws Exception {
    ObjectNode wire = (ObjectNode) mapper.readTree(Samples.report(1, "a"));
    wire.putObject("patient_fields").put("label", "value");
    Report report = mapper.treeToValue(wire, Report.class);

    ((ObjectNode) report.knownFields().get("patient_fields")).set("label", TextNode.valueOf("x"));
    report.knownFields().clear();

    assertThat(mapper.readTree(mapper.writeValueAsString(report)).get("patient_fields"))
        .isEqualTo(wire.get("patient_fields"));
  }
}
