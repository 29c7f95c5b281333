package dev.casewright.mockserver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminApiTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void theOverviewTellsWhatIsServed() {
    JsonNode overview = admin("GET", "/__mock/api/", "").json();

    assertThat(overview.path("seed").asText()).isEqualTo("small");
    assertThat(overview.at("/apis/opal/operations")).hasSize(4);
    assertThat(overview.at("/apis/emedgene/operations")).hasSize(14);
    assertThat(overview.at("/apis/opal/requirements").asInt()).isPositive();
    assertThat(overview.at("/apis/opal/confirmed").isInt()).isTrue();
    assertThat(overview.at("/apis/opal/last_confirmed").isTextual()).isTrue();
    assertThat(overview.path("spaces").valueStream().map(JsonNode::asText)).contains("default");
    assertThat(overview.path("contract_breaches").asInt()).isZero();
    assertThat(overview.path("mapping_breaches").isNumber()).isTrue();
  }

  @Test
  void aSpaceIsShownWithItsCredentialsAndStatuses() {
    JsonNode space = admin("GET", path(""), "").json();

    assertThat(space.path("opal_login").asText()).isEqualTo(MOCK.space().credentials().opalLogin());
    assertThat(space.path("reports")).hasSize(MOCK.space().reportIds().size());
    assertThat(space.path("cases")).hasSize(MOCK.space().caseNames().size());
    assertThat(space.at("/reports/0/genome/external_id").asText()).isNotEmpty();
  }

  @Test
  void aStatusIsSetAndTheSpaceReset() {
    long id = MOCK.space().reportIds("APPROVED").get(0);
    String name = MOCK.space().caseNames("delivered").get(0);

    assertThat(
            admin("PUT", path("/reports/" + id + "/status"), "{\"status\": \"RUNNING\"}").status())
        .isEqualTo(200);
    assertThat(
            admin("PUT", path("/cases/" + name + "/status"), "{\"status\": \"uploading\"}")
                .status())
        .isEqualTo(200);
    assertThat(MOCK.space().reportIds("RUNNING")).contains(id);
    assertThat(MOCK.space().caseNames("uploading")).contains(name);

    assertThat(admin("POST", path("/reset"), "").status()).isEqualTo(200);
    assertThat(MOCK.space().reportIds("APPROVED")).contains(id);
    assertThat(MOCK.space().caseNames("delivered")).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /__mock/api/spaces/UPPER | '' | 400",
        "PUT | /__mock/api/spaces/default/reports/x/status | {\"status\": \"RUNNING\"} | 400",
        "PUT | /__mock/api/spaces/default/reports/1/status | {\"status\": \"RUNNING\"} | 404",
        "PUT | /__mock/api/spaces/default/reports/5001/status | {\"status\": \"NONE\"} | 400",
        "PUT | /__mock/api/spaces/default/reports/5001/status | {} | 400",
        "PUT | /__mock/api/spaces/default/cases/EMG1/status | {\"status\": \"delivered\"} | 404",
        "PUT | /__mock/api/spaces/default | '' | 405",
        "DELETE | /__admin/shutdown | '' | 404",
        "POST | /__admin/shutdown | '' | 404",
        "GET | /__mock/nothing | '' | 404"
      })
  void whatDoesNotFitIsRefusedWithAReason(String method, String path, String body, int status) {
    Answer answer = admin(method, path, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("message").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/__mock/swagger", "/__mock/nothing", "/__mock/api/nothing"})
  void anUnknownPathIsToldWhereThePagesAre(String path) {
    Answer answer = admin("GET", path, "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("message").asText())
        .contains("/__mock/,", "/__mock/swagger/opal", "/__mock/swagger/emedgene");
  }

  @Test
  void aStatusOfReportsThatThereIsNotIsRefused() {
    assertThatThrownBy(() -> MOCK.space().reportIds("APROVED"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no such status of a report. There are: [")
        .hasMessageContaining("APPROVED");
  }

  @Test
  void aReportOfAnotherSpaceIsToldToDiffer() {
    assertThatThrownBy(() -> MOCK.space().setReportStatus(5001, "APPROVED"))
        .hasMessageContaining("has no report 5001. Ids differ between spaces: reportIds()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/__mock/api/", "/__admin/mappings", "/%5f%5fadmin/mappings"})
  void aForeignOriginIsRefused(String path) {
    for (String origin :
        new String[] {"https://evil.example", "null", "https://localhost:1", "http://localhost"}) {
      Answer answer = MOCK.send("GET", path, "", Map.of("Origin", origin));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
    Answer preflight =
        MOCK.send(
            "OPTIONS",
            path,
            "",
            Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"));
    assertThat(preflight.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, 403",
    "localhost.evil.example, 403",
    "localhost, 200",
    "127.0.0.1:8443, 200",
    "[::1]:8443, 200",
    "app.localhost, 200"
  })
  void aForeignHostIsRefused(String host, int status) {
    for (String path : new String[] {"/__mock/api/", "/__admin/mappings"}) {
      RawExchange raw =
          RawExchange.over(
              MOCK.server(), "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      assertThat(raw.statusLine()).contains(" " + status + " ");
    }
  }

  @Test
  void theOwnOriginIsLetIn() {
    Answer answer =
        MOCK.send("GET", "/__mock/api/", "", Map.of("Origin", MOCK.server().opalUrl().toString()));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void anUnknownRequestIsToldWhatThereIsAsTheReadmeTellsIt() throws IOException {
    String there = admin("GET", "/__mock/nothing", "").json().path("message").asText();
    String readme = Files.readString(Path.of("README.md"));

    assertThat(there.substring(there.indexOf(": ") + 2, there.length() - 1).split(", "))
        .isNotEmpty()
        .allSatisfy(request -> assertThat(readme).contains("| `" + request + "` |"));
  }

  @Test
  void resettingWireMockBringsTheOperationsBack() {
    assertThat(admin("POST", "/__admin/reset", "").status()).isEqualTo(200);

    assertThat(MOCK.opal("/reports?limit=1").status()).isEqualTo(200);
    assertThat(MOCK.opal("/nothing").json().path("description").isTextual()).isTrue();
  }

  @Test
  void removingAllStubsLeavesTheMockAsItIs() {
    admin("POST", "/__admin/mappings", "{\"request\": {\"urlPath\": \"/own\"}}");
    assertThat(MOCK.opal("/own").status()).isEqualTo(200);

    assertThat(admin("DELETE", "/__admin/mappings", "").status()).isEqualTo(200);

    assertThat(MOCK.opal("/own").status()).isEqualTo(404);
    assertThat(MOCK.opal("/reports?limit=1").status()).isEqualTo(200);
    assertThat(admin("GET", "/__mock/api", "").status()).isEqualTo(200);
    assertThat(admin("GET", "/__mock/nothing", "").status()).isEqualTo(404);
  }

  @Test
  void removingOneOfTheMocksOwnStubsBringsItBack() {
    String id =
        MOCK.send("GET", "/__admin/mappings", "", Map.of())
            .json()
            .path("mappings")
            .valueStream()
            .filter(stub -> stub.path("name").asText().equals("getReports"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();

    assertThat(admin("DELETE", "/__admin/mappings/" + id, "").status()).isEqualTo(200);

    assertThat(MOCK.opal("/reports?limit=1").status()).isEqualTo(200);
  }

  @Test
  void aRouteOfSpacesSaysThatItWantsOne() {
    Answer answer = admin("POST", "/__mock/api/snapshots", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("message").asText()).contains("X-Mock-Space");
  }

  @Test
  void aMappingOfTheUsersOwnComesFirst() {
    String mapping =
        """
        {"id": "6f9a6a3e-0000-4000-8000-000000000001",
         "request": {"method": "GET", "urlPath": "/reports/424242"},
         "response": {"status": 503, "jsonBody": {"description": "synthetic"}}}
        """;

    assertThat(admin("POST", "/__admin/mappings", mapping).status()).isEqualTo(201);
    assertThat(MOCK.opal("/reports/424242").status()).isEqualTo(503);

    admin("DELETE", "/__admin/mappings/6f9a6a3e-0000-4000-8000-000000000001", "");
    assertThat(MOCK.opal("/reports/424242").status()).isEqualTo(404);
  }

  private static Answer admin(String method, String path, String body) {
    return MOCK.send(method, path, body, Map.of());
  }

  private static String path(String rest) {
    return "/__mock/api/spaces/" + MOCK.space().name() + rest;
  }
}
