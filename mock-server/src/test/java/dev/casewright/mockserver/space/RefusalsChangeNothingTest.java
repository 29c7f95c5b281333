package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.Payloads;
import dev.casewright.mockserver.RunningMock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of refusal of every operation that changes something. */
class RefusalsChangeNothingTest {

  private static final String CREATE = "POST /api/cases/v2/cases";
  private static final String ASSIGN = "{\"action\": \"assign\", \"ids\": [%d]}";

  @RegisterExtension
  static final RunningMock MOCK =
      new RunningMock(settings -> settings.progress(ProgressPolicy.never()));

  private Observed before;

  @BeforeEach
  void look() {
    MOCK.space().clock().freeze();
    before = Observed.of(MOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"should_upload\": false}",
        "{\"should_upload\": \"no\"}"
      })
  void aPayloadThatDoesNotFitTheContract(String body) {
    refused(CREATE, body, 400);
  }

  @Test
  void aPayloadThatNamesWhatThereIsNot() {
    refused(CREATE, Payloads.withPhenotype("{\"id\": \"HP:9999999\"}"), 400);
    refused(CREATE, Payloads.onePerson().replace("\"id\": \"proband\"", "\"id\": 7"), 400);
    refused(CREATE + "?dry_run=maybe", Payloads.onePerson(), 400);
  }

  @Test
  void aDryRun() {
    assertThat(send(CREATE + "?dry_run=true", Payloads.onePerson(), token()).status())
        .isEqualTo(200);
    assertThat(Observed.of(MOCK)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT /api/test/%s | finalized | {\"status\": \"uploading\"} | 400",
        "PUT /api/test/%s | finalized | {\"status\": \"no_such_status\"} | 400",
        "PUT /api/test/%s | finalized | {\"status\": 1} | 400",
        "PUT /api/test/%s | finalized | {} | 400",
        "PUT /api/test/%s | uploading | {\"status\": \"delivered\"} | 400",
        "PUT /api/test/%s | in_progress | {\"status\": \"finalized\"} | 400",
        "POST /api/participant/%s | delivered | nonsense | 400",
        "POST /api/participant/%s | delivered | {\"action\": \"remove\", \"ids\": []} | 400",
        "POST /api/participant/%s | delivered | {\"action\": \"assign\", \"ids\": [\"x\"]} | 400",
        "POST /api/test/%s/preset_group | delivered | {} | 400",
        "POST /api/test/%s/preset_group | delivered | {\"name\": 1, \"filter\": {}} | 400",
        "POST /api/test/%s/preset_group | finalized | {\"name\": \"x\", \"filter\": {}} | 400",
        "POST /api/test/%s/preset_group | move_to_trash | {\"name\": \"x\", \"filter\": {}} | 404"
      })
  void aChangeThatTheCaseDoesNotAllow(String call, String status, String body, int refusal) {
    String name = MOCK.space().caseNames(status).get(0);

    refused(call.formatted(name), body, refusal);
  }

  @Test
  void participantsOfWhomOneIsUnknownOrWhoseCaseIsClosed() {
    long known = MOCK.emedgene("/api/user/org_users/").json().at("/hits/5/id").asLong();
    String delivered = MOCK.space().caseNames("delivered").get(0);
    String body = ASSIGN.formatted(known);

    refused("POST /api/participant/" + delivered, body.replace("]", ", 1]"), 400);
    refused("POST /api/participant/" + MOCK.space().caseNames("finalized").get(0), body, 400);
    refused("POST /api/participant/" + MOCK.space().caseNames("move_to_trash").get(0), body, 404);
  }

  @Test
  void aCaseThatIsNotThere() {
    String foreign = MOCK.server().space("another").caseNames("delivered").get(0);
    for (String name : new String[] {"EMG000000000", foreign}) {
      refused("PUT /api/test/" + name, "{\"status\": \"finalized\"}", 404);
      refused("POST /api/participant/" + name, ASSIGN.formatted(1), 404);
      refused("POST /api/test/" + name + "/preset_group", "{\"name\": \"x\", \"filter\": {}}", 404);
    }
    assertThat(MOCK.server().space("another").caseNames("delivered")).contains(foreign);
  }

  @Test
  void credentialsThatAreNotGood() {
    MockSpace space = MOCK.space();
    String name = space.caseNames("delivered").get(0);
    List<Optional<String>> all =
        List.of(
            Optional.empty(),
            Optional.of("Bearer nonsense"),
            Optional.of("Bearer " + space.expiredEmedgeneToken()));
    for (Optional<String> bad : all) {
      refused(CREATE, Payloads.onePerson(), 401, bad);
      refused("PUT /api/test/" + name, "{\"status\": \"finalized\"}", 401, bad);
      refused("POST /api/participant/" + name, ASSIGN.formatted(1), 401, bad);
      refused(
          "POST /api/test/" + name + "/preset_group",
          "{\"name\": \"x\", \"filter\": {}}",
          401,
          bad);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE /api/test/%s | ''",
        "POST /api/test/%s | {\"status\": \"finalized\"}",
        "PUT /api/participant/%s | {}",
        "PATCH /api/test/%s | {\"status\": \"finalized\"}"
      })
  void aMethodThatThereIsNot(String call, String body) {
    refused(call.formatted(MOCK.space().caseNames("delivered").get(0)), body, 405);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /reports/%d/status | {\"status\": \"NO SUCH STATUS\"} | 400",
        "PUT | /reports/1/status | {\"status\": \"APPROVED\"} | 404",
        "PUT | /cases/EMG000000000/status | {\"status\": \"delivered\"} | 404",
        "POST | /snapshots/none/restore | '' | 404",
        "POST | /nothing | '' | 404"
      })
  void anAdminCallThatIsRefused(String method, String path, String body, int status) {
    long id = MOCK.space().reportIds("RUNNING").get(0);
    String full = "/__mock/api/spaces/" + MOCK.space().name() + path.formatted(id);

    assertThat(MOCK.send(method, full, body, Map.of()).status()).isEqualTo(status);
    assertThat(Observed.of(MOCK)).isEqualTo(before);
  }

  private void refused(String call, String body, int status) {
    refused(call, body, status, token());
  }

  private void refused(String call, String body, int status, Optional<String> authorization) {
    assertThat(send(call, body, authorization).status()).as(call).isEqualTo(status);
    assertThat(Observed.of(MOCK)).isEqualTo(before);
  }

  private static Answer send(String call, String body, Optional<String> authorization) {
    String[] methodAndPath = call.split(" ");
    return MOCK.send(
        methodAndPath[0],
        methodAndPath[1],
        body,
        authorization.map(value -> Map.of("Authorization", value)).orElseGet(Map::of));
  }

  private static Optional<String> token() {
    return Optional.of("Bearer " + MOCK.space().emedgeneToken());
  }
}
