package dev.casewright.mockserver.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.Answer;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.RunningMock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a deviation must not do to anything beside its requirement. */
@Timeout(60)
class NeighbourTest {

  @RegisterExtension static final RunningMock MOCK = new RunningMock();

  @Test
  void anUpdateThatIsDroppedTakesNoOtherWriteWithIt() {
    MockSpace space = MOCK.space();
    String name = space.caseNames("delivered").get(0);
    long user = MOCK.emedgene("/api/user/org_users/").json().at("/hits/0/id").asLong();
    space.deviations().add("EMG-PART-02");
    AtomicBoolean done = new AtomicBoolean();
    List<CompletableFuture<Void>> assigning =
        IntStream.range(0, 3)
            .mapToObj(
                thread ->
                    CompletableFuture.runAsync(
                        () -> {
                          while (!done.get()) {
                            MOCK.emedgene(
                                "POST",
                                "/api/participant/" + name,
                                "{\"action\": \"assign\", \"ids\": [" + user + "]}");
                          }
                        }))
            .toList();

    List<String> created = IntStream.range(0, 40).mapToObj(i -> MOCK.createCase()).toList();
    done.set(true);
    assigning.forEach(CompletableFuture::join);

    assertThat(space.caseNames()).containsAll(created);
  }

  @Test
  void anUpdateThatIsDroppedIsToldToNobody() {
    MockSpace space = MOCK.space();
    String name = space.caseNames("move_to_trash").get(0);
    space.webhooks().register(URI.create("http://127.0.0.1:9/hook"), "secret");
    space.deviations().add("EMG-STAT-14");

    MOCK.emedgene("PUT", "/api/test/" + name, "{\"status\": \"delivered\"}");

    assertThat(space.webhooks().deliveries()).isEmpty();
  }

  @Test
  void theFirstLoginOfASpaceGoesByThatSpace() {
    MOCK.server().space().deviations().add("EMG-AUTH-01");
    try {
      String login =
          "{\"username\": \"demo@never-seen.lab.example\", \"password\": \"demo-password\"}";

      assertThat(MOCK.send("POST", "/api/auth/v2/api_login/", login, Map.of()).status())
          .isEqualTo(200);
    } finally {
      MOCK.server().space().deviations().clear();
    }
  }

  @Test
  void aRedirectBetweenTheFormsOfAPathKeepsTheQuery() {
    MOCK.space().deviations().add("OPAL-PATH-01");

    Answer answer = MOCK.opal("/reports/?limit=1&report_status=READY%20TO%20REVIEW");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location"))
        .contains("/reports?limit=1&report_status=READY+TO+REVIEW");
  }

  @Test
  @Timeout(10)
  void manyWildcardsTakeNoLongTime() {
    MOCK.space().deviations().add("OPAL-FIND-11");

    assertThat(MOCK.opal("/reports?accession_id=" + "%25".repeat(300) + "zz").status())
        .isEqualTo(200);
  }

  @Test
  void aPageOfAListThatIsTooLongAsAWholeIsStillGiven() {
    try (MockServer server =
        MockServer.builder()
            .plainHttpPort(0)
            .seedPack("large:7:5000:10")
            .answerLimit(1 << 20)
            .deviate("OPAL-ORD-06")
            .start()) {
      String answer =
          RawExchange.over(
                  server,
                  "GET /reports?order_by=run_date&limit=1 HTTP/1.1\r\nHost: localhost\r\n"
                      + "Authorization: "
                      + RunningMock.basic(server.credentials())
                      + "\r\n\r\n")
              .statusLine();

      assertThat(answer).startsWith("HTTP/1.1 200 ");
    }
  }
}
