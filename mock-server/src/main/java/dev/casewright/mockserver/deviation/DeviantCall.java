package dev.casewright.mockserver.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casewright.mockserver.credentials.Caller;
import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.credentials.EmedgeneGate;
import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A request on its way through a deviation: what it is, and what the mock would answer. */
public final class DeviantCall {

  private final String requirement;
  private final Exchange exchange;
  private final Function<MockRequest, MockAnswer> rest;
  private final Tokens tokens;
  private final Spaces spaces;
  private final Notes notes;

  DeviantCall(
      String requirement,
      Exchange exchange,
      Function<MockRequest, MockAnswer> rest,
      Tokens tokens,
      Spaces spaces,
      Notes notes) {
    this.requirement = requirement;
    this.exchange = exchange;
    this.rest = rest;
    this.tokens = tokens;
    this.spaces = spaces;
    this.notes = notes;
  }

  /**
   * The request.
   *
   * @return the request as it came
   */
  public MockRequest request() {
    return exchange.request();
  }

  /**
   * The operation that is called.
   *
   * @return its id; an empty text if the request fits no operation
   */
  public String operation() {
    return exchange.operation().map(operation -> operation.id()).orElse("");
  }

  /**
   * What the contract says of the operation that is called.
   *
   * @return the operation; nothing if the request fits none
   */
  public Optional<Operation> described() {
    return exchange.operation();
  }

  /**
   * The value of a path variable.
   *
   * @param name its name in the contract
   * @return the decoded value; nothing without such a variable
   */
  public Optional<String> variable(String name) {
    return exchange
        .operation()
        .flatMap(operation -> operation.path().match(request().path()))
        .map(path -> path.get(name));
  }

  /**
   * The query parameters that the operation has.
   *
   * @return their names; empty if the request fits no operation
   */
  public Set<String> queryParameters() {
    return exchange
        .operation()
        .map(
            operation ->
                operation.parameters(Parameter.Place.QUERY).stream()
                    .map(Parameter::name)
                    .collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }

  /**
   * Whether the request has a query parameter that its operation does not have.
   *
   * @return true if it has one
   */
  public boolean hasUnknownParameter() {
    return !queryParameters().containsAll(request().query().keySet());
  }

  /**
   * The body of the request as JSON.
   *
   * @return the tree; a missing node if there is none that can be read
   */
  public JsonNode body() {
    return Json.read(request().body()).orElse(MissingNode.getInstance());
  }

  /**
   * The space of the caller.
   *
   * @return the space
   */
  public Space space() {
    return exchange.space();
  }

  /**
   * The state of the caller's space now.
   *
   * @return the state
   */
  public SpaceState state() {
    return exchange.space().state();
  }

  /**
   * The spaces that are not the caller's.
   *
   * @return those that exist now
   */
  public List<Space> otherSpaces() {
    return spaces.others(exchange.space());
  }

  /**
   * What the mock answers to the request. The work is done each time that this is called.
   *
   * @return the answer, which fits the contract
   */
  public MockAnswer usual() {
    return rest.apply(request());
  }

  /**
   * What the mock answers to another request.
   *
   * @param other a request of the same operation
   * @return the answer, which fits the contract
   */
  public MockAnswer usual(MockRequest other) {
    return rest.apply(other);
  }

  /**
   * What the mock would answer. Nothing is changed, and no change is told.
   *
   * @return the answer, which fits the contract
   */
  public MockAnswer withoutEffect() {
    return rest.apply(request().rehearsed());
  }

  /**
   * Reads and changes what this deviation has noted in this space, for one thread at a time. The
   * notes go when the space is reset and when the deviation is switched off.
   *
   * @param <T> what comes out
   * @param work gets the notes by what they are about
   * @return what came out
   */
  public <T> T withNotes(Function<Map<String, String>, T> work) {
    return notes.work(exchange.space().name(), requirement, work);
  }

  /**
   * A redirect to the form of the path that the contract has.
   *
   * @return the redirect, which keeps the query; {@link #usual()} if the path has that form
   */
  public MockAnswer redirectedToContractForm() {
    String path = request().path();
    boolean slash =
        exchange.operation().filter(called -> called.path().toString().endsWith("/")).isPresent();
    if (path.endsWith("/") == slash) {
      return usual();
    }
    String other = slash ? path + "/" : path.substring(0, path.length() - 1);
    return new MockAnswer(302, Map.of("Location", other + query()), new byte[0]);
  }

  private String query() {
    String query =
        request().query().entrySet().stream()
            .flatMap(
                parameter ->
                    parameter.getValue().stream()
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * The request with good credentials of its space in place of what it brings.
   *
   * @return a new request
   */
  public MockRequest withGoodCredentials() {
    return withGoodCredentials(exchange.space());
  }

  /**
   * The request with good credentials of a space in place of what it brings.
   *
   * @param whose the space
   * @return a new request
   */
  public MockRequest withGoodCredentials(Space whose) {
    String space = whose.name();
    return switch (exchange.api()) {
      case OPAL -> {
        String pair = DemoAccounts.opalLogin(space) + ":" + DemoAccounts.PASSWORD;
        yield request()
            .withHeader(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
      }
      case EMEDGENE ->
          request()
              .withoutHeader("Emgauthorization")
              .withHeader("Authorization", "Bearer " + tokens.issue(new Caller(space)));
    };
  }

  /**
   * The tokens of an Emedgene request that are good.
   *
   * @return the tokens, that of {@code Authorization} first; one that comes twice is there twice
   */
  public List<String> goodTokens() {
    return EmedgeneGate.tokensOf(request())
        .filter(token -> tokens.check(token).caller().isPresent())
        .toList();
  }

  /**
   * Whether an Emedgene request brings a token that was good once.
   *
   * @return true if one of its tokens has expired
   */
  public boolean bringsExpiredToken() {
    return EmedgeneGate.tokensOf(request()).anyMatch(token -> tokens.check(token).expired());
  }

  /**
   * Whether a header came with a value.
   *
   * @param name the name, in any case
   * @return false too if its value is blank
   */
  public boolean has(String name) {
    return request().header(name).stream().anyMatch(value -> !value.isBlank());
  }

  /**
   * A refusal in the vendor's shape.
   *
   * @param status the status code
   * @return the answer
   */
  public MockAnswer refusal(int status) {
    return ErrorShape.of(exchange.api()).error(status, "The request is refused.");
  }
}
