package dev.casewright.contracttests.provider;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.BodyComparisonResult;
import au.com.dius.pact.provider.ComparisonResult;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ResponseComparison;
import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.NoAnswerException;
import dev.casewright.contracttests.consumer.ConsumerPact;
import dev.casewright.contracttests.mock.MockChannels;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.ProofServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replays interactions of pacts to a mock server, and compares the answers with Pact's own rules.
 * Quicker than a verification by Pact itself, which does the same with more around it.
 */
final class PactReplay {

  private final ProofServer mock;
  private final Channel api;
  private final Channel redirect;

  PactReplay(ProofServer mock) {
    this.mock = mock;
    MockServer server = mock.server();
    this.api = MockChannels.of(server.plainHttpUrl().orElseThrow(), server.sslContext());
    this.redirect = MockChannels.of(server.httpUrl(), server.sslContext());
  }

  /** All interactions of the pacts of a folder. */
  static List<Replayed> interactions(Path folder) {
    return Stream.of(folder.toFile().listFiles((in, name) -> name.endsWith(".json")))
        .sorted()
        .map(DefaultPactReader.INSTANCE::loadPact)
        .flatMap(
            pact ->
                pact.getInteractions().stream()
                    .map(each -> new Replayed(pact, (SynchronousRequestResponse) each)))
        .toList();
  }

  /**
   * Whether a server in its first state answers as an interaction needs.
   *
   * @param interaction the interaction
   * @param broken the requirement that it breaks; if none, it is found out which would matter
   */
  boolean isGreen(Replayed interaction, Optional<String> broken) {
    mock.restart();
    broken.ifPresentOrElse(mock.server().deviations()::add, mock::foresee);
    interaction.asked().getProviderStates().forEach(this::bringAbout);
    try {
      return isGreen(interaction, send(interaction));
    } catch (NoAnswerException none) {
      return false;
    }
  }

  private void bringAbout(ProviderState state) {
    Map<String, Object> given = state.getParams();
    MockSpace space = mock.server().space();
    switch (state.getName()) {
      case "a case with a status" ->
          space.setCaseStatus((String) given.get("name"), (String) given.get("status"));
      case "a report with a status" ->
          space.setReportStatus(
              ((Number) given.get("id")).longValue(), (String) given.get("status"));
      case "a report of another workspace" -> mock.server().space("other");
      default -> throw new IllegalStateException("No pact may need \"" + state.getName() + "\".");
    }
  }

  private Answer send(Replayed interaction) {
    IRequest request = interaction.asked().getRequest();
    Map<String, String> headers =
        request.getHeaders().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> header(each.getValue())));
    OptionalBody body = request.getBody();
    return (interaction.isPlainHttp() ? redirect : api)
        .send(
            request.getMethod(),
            request.getPath() + query(request.getQuery()),
            headers,
            body.isPresent() ? body.valueAsString() : null);
  }

  /** Pacts hold a fixed token, which no server knows. */
  private String header(List<String> values) {
    String value = String.join(", ", values);
    return value.equals("Bearer " + ConsumerPact.TOKEN)
        ? "Bearer " + mock.server().space().emedgeneToken()
        : value;
  }

  private static String query(Map<String, List<String>> parameters) {
    String query =
        parameters.entrySet().stream()
            .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + of(value)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String of(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static boolean isGreen(Replayed interaction, Answer answer) {
    String type = answer.header("Content-Type");
    ContentType contentType = type.isEmpty() ? ContentType.getUNKNOWN() : new ContentType(type);
    ComparisonResult found =
        ResponseComparison.Companion.compareResponse(
            interaction.pact(),
            interaction.asked(),
            new ProviderResponse(
                answer.status(),
                answer.headers().map(),
                contentType,
                OptionalBody.body(answer.body(), contentType)),
            Map.of());
    return found.getStatusMismatch() == null
        && found.getHeaderMismatches().values().stream().allMatch(List::isEmpty)
        && found.getBodyMismatches() instanceof Result.Ok<?> body
        && ((BodyComparisonResult) body.getValue())
            .getMismatches().values().stream().allMatch(List::isEmpty);
  }

  /** An interaction, and the pact that it stands in. */
  record Replayed(Pact pact, SynchronousRequestResponse asked) {

    boolean isPlainHttp() {
      return pact.getProvider().getName().endsWith("-plain-http");
    }

    String description() {
      return asked.getDescription();
    }

    @Override
    public String toString() {
      return description();
    }
  }
}
