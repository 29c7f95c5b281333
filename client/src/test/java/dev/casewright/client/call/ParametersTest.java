package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.answer.JsonDecoder;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.json.WireJson;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.surface.ClientClasses;
import feign.Param;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private final FixtureServer server = FixtureServer.start(request -> Reply.json(200, "{}"));
  private final EmedgeneClient client =
      EmedgeneClient.builder()
          .baseUrl(server.url())
          .allowPlainHttpOnLoopback()
          .token("token")
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "a/b",
        "/",
        "a%2Fb",
        "%",
        "%2e%2e",
        "..\\x",
        "a\u0000b",
        "a\r\nHost: x",
        "\ud800",
        "a\udc00b"
      })
  void aPathValueThatCouldLeadElsewhereIsRefusedBeforeAnythingIsSent(String value) {
    assertThatThrownBy(() -> client.getCandidates(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("path");
    assertThatThrownBy(
            () ->
                client.downloadReport(
                    "EMG000000001", "pdf", value, OutputStream.nullOutputStream()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.received()).isEmpty();
  }

  @ParameterizedTest(name = "{0}, parameter {1}")
  @MethodSource("pathParameters")
  void aPathValueThatIsMissingIsRefusedBeforeAnythingIsSent(Method operation, int position) {
    ObjectMapper mapper = WireJson.newMapper();
    Wire wire =
        new Wire(
            URI.create("https://localhost:1"),
            (request, options) -> {
              throw new AssertionError("sent to " + request.url());
            },
            mapper,
            new JsonDecoder(mapper, List.of()),
            (name, status) -> false,
            Calls::settings);
    Object[] arguments =
        IntStream.range(0, operation.getParameterCount())
            .mapToObj(
                index -> index == position ? null : some(operation.getParameterTypes()[index]))
            .toArray();

    assertThatThrownBy(() -> operation.invoke(wire.of(operation.getDeclaringClass()), arguments))
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A value for the path is missing");
  }

  static Stream<Arguments> pathParameters() {
    return ClientClasses.all().stream()
        .filter(Class::isInterface)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(
            method ->
                IntStream.range(0, method.getParameterCount())
                    .filter(
                        index ->
                            Arrays.stream(method.getParameterAnnotations()[index])
                                .anyMatch(
                                    annotation ->
                                        annotation instanceof Param param
                                            && param.expander() == PathText.class))
                    .mapToObj(index -> Arguments.of(method, index)));
  }

  private static Object some(Class<?> type) {
    return type == String.class ? "text" : type == Long.class ? (Object) 1L : null;
  }

  @Test
  void aFilterThatIsMissingIsRefusedSinceTheServerWouldListEverything() {
    assertThatThrownBy(() -> client.listCases(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("status");
    assertThatThrownBy(() -> client.listCases(null, LocalDateTime.MIN))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> client.streamCases(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> client.findSamplesByName("name", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("type");
    assertThatThrownBy(() -> client.searchSamplesByNamePart("part", null))
        .isInstanceOf(NullPointerException.class);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void everythingElseInAPathIsEscaped() {
    client.getCandidates("a b?c#d;e=f&ü{x}+:@");

    assertThat(server.only().target())
        .isEqualTo("/api/candidates/a%20b%3Fc%23d%3Be%3Df%26%C3%BC%7Bx%7D%2B%3A%40");
  }

  @Test
  void everythingInAQueryIsEscaped() {
    try (OpalClient opal =
        OpalClient.builder()
            .baseUrl(server.url())
            .allowPlainHttpOnLoopback()
            .credentials("login", "password")
            .build()) {
      server.answer(request -> Reply.json(200, "{\"objects\": []}"));

      opal.searchByAccessionPart("a%2Fb/../c&limit=1#x?y=\u00fc {z}+;\r\n\ud83e\uddec").firstPage();

      assertThat(server.only().query())
          .contains(
              "accession_id=a%252Fb%2F..%2Fc%26limit%3D1%23x%3Fy%3D%C3%BC%20%7Bz%7D%2B%3B%0D%0A"
                  + "%F0%9F%A7%AC");
      assertThatThrownBy(() -> opal.searchByAccessionPart("\ud83e").firstPage())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Unicode");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void theMessageOfARefusalDoesNotRepeatTheValue() {
    assertThatThrownBy(() -> client.getCandidates("Canary/Patientdata"))
        .hasMessageNotContaining("Canary");
  }
}
