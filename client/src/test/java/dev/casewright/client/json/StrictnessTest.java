package dev.casewright.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseDetail;
import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.emedgene.model.NewCaseData;
import dev.casewright.client.emedgene.model.NewPatients;
import dev.casewright.client.emedgene.model.NewPerson;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are almost JSON, or more than one should read. */
class StrictnessTest {
  private final FixtureServer server = FixtureServer.start(request -> Reply.json(200, "{}"));
  private final EmedgeneClient client = Clients.emedgene(server).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "e478", "c080", "c1bf", "e08080", "eda080", "f4908080", "f5808080"})
  void bytesThatAreNotUtf8AreRefused(String bytes) {
    answerWithNotes(HexFormat.of().parseHex(bytes));

    assertThat(failureOfReading()).hasMessageContaining("not UTF-8");
  }

  @Test
  void everyCharacterOfUnicodeComesThrough() {
    String notes = "\u00e4\u6f22\ud83e\uddec\u0000\ufffd".replace("\u0000", "\\u0000");
    answerWithNotes(notes.getBytes(StandardCharsets.UTF_8));

    assertThat(client.getCase("EMG000000001").notes())
        .contains("\u00e4\u6f22\ud83e\uddec\u0000\ufffd");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    server.answer(request -> Reply.json(200, "\ufeff" + caseWith("")));

    assertThat(client.getCase("EMG000000001").name()).isEqualTo("EMG000000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-32"})
  void anotherEncodingIsRefused(String charset) throws Exception {
    byte[] body = caseWith("").getBytes(charset);
    server.answer(request -> Reply.of(200, Map.of("Content-Type", "application/json"), body));

    assertThat(failureOfReading()).isNotNull();
  }

  @Test
  void deepNestingIsAClearErrorAndNoOverflow() {
    int depth = 200_000;
    server.answer(
        request -> Reply.json(200, caseWith(", \"x\": " + "[".repeat(depth) + "]".repeat(depth))));

    assertThat(failureOfReading()).hasMessageContaining("nested deeper than 1000");
  }

  @Test
  void whatIsNestedLessDeeplyIsReadAndWrittenBack() throws Exception {
    String deep = "[".repeat(900) + "]".repeat(900);
    server.answer(request -> Reply.json(200, caseWith(", \"x\": " + deep)));

    CaseDetail detail = client.getCase("EMG000000001").toBuilder().notes("n").build();

    assertThat(WireJson.newMapper().writeValueAsString(detail)).contains(deep);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"notes\": \"a\", \"notes\": \"a\"",
        ", \"x\": {\"a\": 1, \"a\": 2}",
        ", \"name\": \"EMG000000002\"",
        ", \"x\": NaN",
        ", \"x\": -Infinity",
        ", \"x\": 01",
        ", \"x\": .5",
        ", \"x\": 'a'",
        ", \"x\": 1,",
        ", /* */ \"x\": 1"
      })
  void whatIsOnlyAlmostJsonIsRefused(String more) {
    server.answer(request -> Reply.json(200, caseWith(more)));

    assertThat(failureOfReading()).hasMessageContaining("not well-formed JSON");
  }

  @Test
  void anAnswerThatBreaksOffWithinAListIsAFailureOfTheConnection() {
    server.answer(
        request ->
            Reply.truncated(
                20_000,
                ("{\"name\": \"EMG000000001\", \"status\": \"x\", \"labels\": [{\"id\": 1},"
                        + " ".repeat(10_000))
                    .getBytes(StandardCharsets.UTF_8)));

    assertThatThrownBy(() -> client.getCase("EMG000000001")).isInstanceOf(TransportException.class);
    assertThatThrownBy(() -> client.findSamplesByName("S", SampleType.FASTQ))
        .isInstanceOf(TransportException.class);
  }

  static Stream<ValueNode> numbersThatJsonHasNot() {
    return Stream.of(
        DoubleNode.valueOf(Double.NaN),
        DoubleNode.valueOf(Double.NEGATIVE_INFINITY),
        FloatNode.valueOf(Float.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @MethodSource("numbersThatJsonHasNot")
  void aNumberThatJsonHasNotIsRefusedBeforeAnythingIsSent(ValueNode number) {
    ArrayNode nested = JsonNodeFactory.instance.arrayNode().add(number);
    CreateCaseRequest request =
        CreateCaseRequest.builder()
            .testData(
                NewCaseData.builder()
                    .patients(
                        NewPatients.builder()
                            .proband(NewPerson.builder().id("proband").build())
                            .build())
                    .additionalField("x", nested)
                    .build())
            .shouldUpload(false)
            .build();

    assertThatThrownBy(() -> client.checkCase(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a number");
    assertThat(server.received()).isEmpty();
  }

  private DecodeException failureOfReading() {
    return catchThrowableOfType(DecodeException.class, () -> client.getCase("EMG000000001"));
  }

  private void answerWithNotes(byte[] notes) {
    // Latin 1 makes one character of each byte, and one byte of each character again.
    byte[] body =
        caseWith(", \"notes\": \"%s\"")
            .formatted(new String(notes, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    server.answer(request -> Reply.of(200, Map.of("Content-Type", "application/json"), body));
  }

  private static String caseWith(String more) {
    return "{\"name\": \"EMG000000001\", \"status\": \"finalized\"" + more + "}";
  }
}
