package dev.casewright.contracttests.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import dev.casewright.contracttests.pact.PactFiles;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One interaction of a pact, told as a sentence: given a state, a request of our client, the answer
 * that it needs. {@link #whenCalled} runs the client against it and writes it to the pact.
 *
 * <p>The body of an answer is compared by type, but for the places that {@link #exactly} names.
 */
public final class ConsumerPact {

  /** The token that stands in the pacts; the provider tests replace it with a valid one. */
  public static final String TOKEN = "pact-token-1234567890";

  private static final String CONSUMER = "casewright-client";

  private final String provider;
  private final String description;
  private final List<Consumer<HttpInteractionBuilder>> interaction = new ArrayList<>();
  private final List<Consumer<HttpRequestBuilder>> request = new ArrayList<>();
  private final List<Consumer<HttpResponseBuilder>> answer = new ArrayList<>();
  private final List<Consumer<MatchingRuleCategory>> bodyRules = new ArrayList<>();

  private ConsumerPact(String provider, String description) {
    this.provider = provider;
    this.description = description;
  }

  static ConsumerPact with(String provider, String description) {
    return new ConsumerPact(provider, description);
  }

  /** Names the operation and the requirements that a provider breaks if it answers otherwise. */
  ConsumerPact verifies(String operation, String... requirements) {
    interaction.add(
        it ->
            it.reference(PactFiles.REFERENCE_GROUP, PactFiles.OPERATION, operation)
                .reference(
                    PactFiles.REFERENCE_GROUP,
                    PactFiles.REQUIREMENTS,
                    String.join(" ", requirements)));
    return this;
  }

  ConsumerPact given(String state, Map<String, ?> parameters) {
    interaction.add(it -> it.state(state, parameters));
    return this;
  }

  ConsumerPact receives(String method, String path) {
    request.add(it -> it.method(method).path(path));
    return this;
  }

  ConsumerPact query(String name, String value) {
    request.add(it -> it.queryParameter(name, value));
    return this;
  }

  ConsumerPact header(String name, String value) {
    request.add(it -> it.header(name, value));
    return this;
  }

  ConsumerPact bearer() {
    return header("Authorization", "Bearer " + TOKEN);
  }

  ConsumerPact json(String body) {
    request.add(it -> it.body(body, "application/json"));
    return this;
  }

  ConsumerPact answers(int status) {
    answer.add(it -> it.status(status));
    return this;
  }

  ConsumerPact answerHeader(String name, Object value) {
    answer.add(it -> it.header(name, value));
    return this;
  }

  ConsumerPact answerJson(String body) {
    answer.add(it -> it.body(body, "application/json"));
    bodyRules.add(rules -> rules.addRule("$", TypeMatcher.INSTANCE));
    return this;
  }

  ConsumerPact answerPdf(byte[] content) {
    answer.add(it -> it.bodyMatchingContentType("application/pdf", content));
    return this;
  }

  /** Places in the answer's body whose values the client relies on. */
  ConsumerPact exactly(String... jsonPaths) {
    for (String jsonPath : jsonPaths) {
      bodyRules.add(rules -> rules.addRule(jsonPath, EqualsMatcher.INSTANCE));
    }
    return this;
  }

  /** A list in the answer's body that the client needs something in. */
  ConsumerPact notEmpty(String jsonPath) {
    bodyRules.add(rules -> rules.addRule(jsonPath, new MinTypeMatcher(1)));
    return this;
  }

  ConsumerPact matching(String jsonPath, String regex) {
    bodyRules.add(rules -> rules.addRule(jsonPath, new RegexMatcher(regex)));
    return this;
  }

  /** Runs the client against the interaction; the pact is written only if both fit. */
  void whenCalled(Call call) {
    together(List.of(this), call);
  }

  /** Runs the client against several interactions of one provider, all of which it has to use. */
  static void together(List<ConsumerPact> interactions, Call call) {
    ConsumerPact first = interactions.get(0);
    PactBuilder builder = new PactBuilder(CONSUMER, first.provider, PactSpecVersion.V4);
    for (ConsumerPact each : interactions) {
      builder = builder.expectsToReceiveHttpInteraction(each.description, each::build);
    }
    PactVerificationResult result =
        ConsumerPactRunnerKt.runConsumerTest(
            builder.toPact(),
            MockProviderConfig.createDefault(PactSpecVersion.V4),
            (server, context) -> {
              call.run(URI.create(server.getUrl()));
              return null;
            });
    if (result instanceof PactVerificationResult.Error error) {
      throw new AssertionError(
          "The client's side of \""
              + first.description
              + "\" failed: "
              + error.getMockServerState(),
          error.getError());
    }
    assertThat(result).as(first.description).isInstanceOf(PactVerificationResult.Ok.class);
  }

  private HttpInteractionBuilder build(HttpInteractionBuilder builder) {
    interaction.forEach(step -> step.accept(builder));
    builder.withRequest(
        part -> {
          request.forEach(step -> step.accept(part));
          return part;
        });
    builder.willRespondWith(
        part -> {
          answer.forEach(step -> step.accept(part));
          return part;
        });
    MatchingRuleCategory rules =
        builder.getInteraction().getResponse().getMatchingRules().addCategory("body");
    bodyRules.forEach(rule -> rule.accept(rules));
    return builder;
  }

  /** What the client does with the provider at the given base URL. */
  @FunctionalInterface
  interface Call {
    void run(URI baseUrl) throws Exception;
  }
}
