package dev.casewright.client.emedgene;

import static dev.casewright.client.fixture.NewCases.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.casewright.client.emedgene.model.CreateCaseRequest;
import dev.casewright.client.error.AmbiguousCaseException;
import dev.casewright.client.fixture.CaseServer;
import dev.casewright.client.fixture.Clients;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.observe.CallObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** Looks for cases on a server that knows some, and what was sent meanwhile. */
abstract class CaseLooks {
  static final String CASE = "EMG000000001";

  final List<CallEvent> ended = new CopyOnWriteArrayList<>();
  final CaseServer known = new CaseServer(CASE);
  final Map<String, String> cases = known.cases();
  final FixtureServer server = FixtureServer.start(known);
  final EmedgeneClient client =
      Clients.emedgene(server)
          .observer(
              new CallObserver() {
                @Override
                public void callEnded(CallEvent call) {
                  ended.add(call);
                }
              })
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  /** From now on the search for samples answers that; all else stays. */
  void searchAnswers(String json) {
    server.answer(
        request -> request.path().contains("sample") ? Reply.json(200, json) : answer(request));
  }

  AmbiguousCaseException ambiguous(CreateCaseRequest request) {
    AmbiguousCaseException failure =
        catchThrowableOfType(AmbiguousCaseException.class, () -> client.createOrFind(request));
    assertThat(failure).isNotNull();
    return failure;
  }

  void assertNothingCreated() {
    assertThat(server.received()).noneMatch(request -> request.method().equals("POST"));
  }

  List<String> sent() {
    return server.received().stream()
        .map(request -> request.method() + " " + request.target())
        .toList();
  }

  Reply answer(Received request) {
    return known.apply(request);
  }
}
