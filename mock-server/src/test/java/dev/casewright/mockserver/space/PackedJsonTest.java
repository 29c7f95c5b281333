package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.exchange.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"notes\": \"Grüße, 你好, \\ud83e\\uddec\"}",
        "{\"numbers\": [0, -1, 1.5, 1e300, 9007199254740993]}",
        "{\"name\": null, \"patients\": {\"proband\": {\"healthy\": false}}}"
      })
  void whatIsPackedIsReadAgainAsItWas(String text) {
    JsonNode json = read(text);

    assertThat(PackedJson.unpack(PackedJson.pack(json))).isEqualTo(json);
  }

  @Test
  void aTextLongerThanABufferIsReadAgainAsItWas() {
    JsonNode json = Json.array().add("ACGT".repeat(10_000)).add("likely".repeat(10_000));

    assertThat(PackedJson.unpack(PackedJson.pack(json))).isEqualTo(json);
  }

  @Test
  void whatIsMadeOfLikelyWordsTakesLittle() {
    JsonNode json =
        read(
            "{\"analysisType\":\"\",\"boostGenes\":false,\"consanguinity\":false,"
                + "\"disease_penetrance\":100.0,\"disease_severity\":\"\",\"diseases\":[]}");

    assertThat(PackedJson.pack(json).length).isLessThan(Json.bytes(json).length / 5);
  }

  private static JsonNode read(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
