package dev.casewright.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.target.Message;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Operation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request is, going by the contract alone.
 *
 * @param api the API that it goes to
 * @param message the request
 * @param operation the operation that it is for; nothing if the contract has none
 */
record RequestKind(Api api, Message message, Optional<Operation> operation) {

  private static final Map<Api, Contract> CONTRACTS =
      Stream.of(Api.values()).collect(Collectors.toUnmodifiableMap(api -> api, Contract::of));
  private static final Set<String> LOGINS = Set.of("login", "loginV1");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> CREDENTIALS = Set.of("authorization", "emgauthorization");
  private static final ObjectMapper JSON = new ObjectMapper();

  static RequestKind of(Api api, Message message) {
    return new RequestKind(
        api, message, CONTRACTS.get(api).find(message.method(), plain(message.path())));
  }

  /**
   * The strongest thing that it may do to a server, even to one that checks neither credentials nor
   * content. A dry run counts as what it is a rehearsal of.
   */
  Effect effect() {
    return operation
        .map(Operation::effect)
        .orElseGet(
            () ->
                switch (message.method()) {
                  case "GET", "HEAD", "OPTIONS", "TRACE" -> Effect.READ;
                  case "POST" -> Effect.CREATE;
                  case "DELETE" -> Effect.DELETE;
                  default -> Effect.CHANGE;
                });
  }

  boolean isRead() {
    return READING.contains(message.method());
  }

  /** Whether the real service has it, though the contract does not, and it writes. */
  boolean isKnownWrite() {
    return CONTRACTS.get(api).knownWrites().stream()
        .anyMatch(
            write ->
                write.fits(message.method(), message.path())
                    || write.fits(message.method(), plain(message.path())));
  }

  boolean isLogin() {
    return api == Api.EMEDGENE && operation.map(Operation::id).filter(LOGINS::contains).isPresent();
  }

  /** Whether it brings the credentials of somebody else than the users of the run. */
  boolean isWrongLogin(Optional<ApiAddress> address) {
    Stream<User> users =
        address.stream()
            .flatMap(known -> Stream.concat(Stream.of(known.user()), known.otherUser().stream()));
    if (isLogin()) {
      JsonNode body = json(message.body().orElse(""));
      return users.noneMatch(
          user ->
              user.name().equals(body.path("username").asText())
                  && user.password().equals(body.path("password").asText()));
    }
    return api == Api.OPAL
        && header("authorization")
            .filter(
                given ->
                    users.noneMatch(
                        user -> OpalTarget.basic(user.name(), user.password()).equals(given)))
            .isPresent();
  }

  /** What no correct client would send about it, as far as the contract shows. */
  Optional<Probe> probe() {
    if (operation.isPresent()) {
      return needsCredentials() && !hasCredentials()
          ? Optional.of(Probe.NO_CREDENTIALS)
          : Optional.empty();
    }
    boolean isAnAddress = !CONTRACTS.get(api).operationsAt(plain(message.path())).isEmpty();
    return Optional.of(isAnAddress || !isRead() ? Probe.OTHER_METHODS : Probe.UNKNOWN_THINGS);
  }

  private boolean hasCredentials() {
    return message.headers().keySet().stream().anyMatch(RequestKind::isCredential);
  }

  private boolean needsCredentials() {
    return operation.filter(each -> !each.securitySchemes().isEmpty()).isPresent();
  }

  /** The name in the path of an operation on one case. */
  Optional<String> caseName() {
    return operation
        .flatMap(each -> each.path().match(plain(message.path())))
        .map(variables -> variables.get("case_name"));
  }

  String name() {
    return operation.map(Operation::id).orElse(message.method() + " to another address");
  }

  static boolean isCredential(String header) {
    return CREDENTIALS.stream().anyMatch(header::equalsIgnoreCase);
  }

  private Optional<String> header(String name) {
    return message.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A server may take several slashes for one. */
  private static String plain(String path) {
    return path.replaceAll("/{2,}", "/");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException notJson) {
      return JSON.createObjectNode();
    }
  }
}
