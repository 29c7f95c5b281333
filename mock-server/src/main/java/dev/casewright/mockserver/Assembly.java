package dev.casewright.mockserver;

import dev.casewright.mockserver.admin.AdminApi;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.Overview;
import dev.casewright.mockserver.admin.SpaceEditor;
import dev.casewright.mockserver.admin.SpaceRoutes;
import dev.casewright.mockserver.credentials.EmedgeneGate;
import dev.casewright.mockserver.credentials.Gate;
import dev.casewright.mockserver.credentials.OpalGate;
import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.deviation.DeviationRegistry;
import dev.casewright.mockserver.deviation.DeviationRoutes;
import dev.casewright.mockserver.deviation.Deviations;
import dev.casewright.mockserver.deviation.opal.OpalDeviations;
import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.emedgene.EmedgeneOperations;
import dev.casewright.mockserver.emedgene.PhenotypeCatalogue;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.opal.OpalOperations;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.route.AnswerCheck;
import dev.casewright.mockserver.route.BreachCounter;
import dev.casewright.mockserver.route.HandlerTable;
import dev.casewright.mockserver.route.InvalidContractException;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.route.OperationPipeline;
import dev.casewright.mockserver.route.Unrouted;
import dev.casewright.mockserver.route.ViolationStatus;
import dev.casewright.mockserver.route.Way;
import dev.casewright.mockserver.seed.SeedFiles;
import dev.casewright.mockserver.seed.SeedPack;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.mockserver.transport.Door;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.RequirementRegister;
import dev.casewright.openapi.check.ContractCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the rooms of the server together: contracts, state, handlers, the way of a request with its
 * detours, and a door for each operation.
 */
final class Assembly {

  private static final String SEED = "small";

  /** Behind this are mappings of users, which WireMock gives the priority 5. */
  private static final int OPERATION_PRIORITY = 1_000;

  private static final int UNROUTED_PRIORITY = 2_000;

  private final Tokens tokens;
  private final Spaces spaces;
  private final SpaceEditor editor;
  private final Deviations deviations;
  private final BreachCounter breaches = new BreachCounter();
  private final Way way;
  private final List<Door> doors = new ArrayList<>();

  Assembly(MockServerBuilder settings) {
    Map<Api, Contract> contracts = load(Contract::of);
    Map<Api, RequirementRegister> registers = load(RequirementRegister::of);
    Map<Api, ContractCheck> checks = load(api -> new ContractCheck(contracts.get(api)));
    CaseDrafts drafts =
        new CaseDrafts(new PhenotypeCatalogue(new SeedFiles("ontology").read("hpo.yaml")));
    SeedPack seed = new SeedPack(SEED, new SeedFiles(SEED), drafts);
    this.tokens = new Tokens(settings.tokenKey(), settings.tokenLifetime(), settings.clock());
    this.spaces = new Spaces(seed::stateFor, settings.clock(), settings.progress());
    this.editor = new SpaceEditor(contracts.get(Api.OPAL));
    Map<Api, AnswerCheck> answers =
        load(api -> new AnswerCheck(checks.get(api), ErrorShape.of(api), breaches));
    this.deviations =
        new Deviations(
            DeviationRegistry.of(registers.values(), OpalDeviations.all()),
            answers,
            tokens,
            settings.deviations());
    spaces.onReset(deviations.on()::reset);
    Map<Api, Gate> gates = Map.of(Api.OPAL, new OpalGate(), Api.EMEDGENE, new EmedgeneGate(tokens));
    this.way = new Way(spaces, gates, List.of(deviations));
    HandlerTable handlers =
        HandlerTable.bind(
            contracts.values(), handlers(contracts.get(Api.EMEDGENE), drafts, settings));
    for (Api api : Api.values()) {
      OperationPipeline pipeline =
          new OperationPipeline(
              checks.get(api),
              gates.get(api),
              ErrorShape.of(api),
              ViolationStatus.of(api),
              handlers,
              spaces,
              answers.get(api));
      contracts.get(api).operations().forEach(operation -> addDoor(operation, pipeline));
    }
    List<AdminRoute> routes = new ArrayList<>();
    routes.addAll(new Overview(contracts, registers, seed.name(), spaces, breaches).routes());
    routes.addAll(new SpaceRoutes(spaces, editor).routes());
    routes.addAll(new DeviationRoutes(deviations).routes());
    AdminApi admin = new AdminApi(spaces, routes);
    doors.add(new Door("admin", "ANY", "/__mock(?:/.*)?", OPERATION_PRIORITY, admin::answer));
    Unrouted unrouted = new Unrouted(contracts.values());
    doors.add(
        new Door(
            "unrouted",
            "ANY",
            ".*",
            UNROUTED_PRIORITY,
            request -> withoutOperation(request, unrouted::answer)));
  }

  Tokens tokens() {
    return tokens;
  }

  Spaces spaces() {
    return spaces;
  }

  SpaceEditor editor() {
    return editor;
  }

  Deviations deviations() {
    return deviations;
  }

  BreachCounter breaches() {
    return breaches;
  }

  List<Door> doors() {
    return List.copyOf(doors);
  }

  /** Takes a request at the redirecting port along the way, with its redirect at the end. */
  MockAnswer redirect(MockRequest request, MockAnswer redirect) {
    return withoutOperation(request, same -> redirect);
  }

  private MockAnswer withoutOperation(MockRequest request, Function<MockRequest, MockAnswer> end) {
    return way.go(ErrorShape.apiAt(request.path()), Optional.empty(), request, end);
  }

  private Map<String, OperationHandler> handlers(
      Contract emedgene, CaseDrafts drafts, MockServerBuilder settings) {
    ReportPdf pdf = new ReportPdf();
    Map<String, OperationHandler> handlers = new HashMap<>(OpalOperations.handlers(spaces, pdf));
    handlers.putAll(EmedgeneOperations.handlers(emedgene, tokens, drafts, pdf, settings.random()));
    return handlers;
  }

  private void addDoor(Operation operation, OperationPipeline pipeline) {
    doors.add(
        new Door(
            operation.id(),
            operation.method(),
            pathPattern(operation),
            // Of two paths that fit, the one with more fixed text is meant.
            OPERATION_PRIORITY - operation.path().fixedSegments(),
            request ->
                way.go(
                    operation.api(),
                    Optional.of(operation),
                    request,
                    current -> pipeline.answer(operation, current))));
  }

  /** With and without a slash at the end (OPAL-PATH-01, EMG-PATH-01, EMG-PATH-02). */
  private static String pathPattern(Operation operation) {
    return Arrays.stream(operation.path().toString().split("/"))
            .skip(1)
            .map(segment -> segment.startsWith("{") ? "/[^/]+" : "/" + Pattern.quote(segment))
            .collect(Collectors.joining())
        + "/?";
  }

  private static <T> Map<Api, T> load(Function<Api, T> loader) {
    Map<Api, T> loaded = new EnumMap<>(Api.class);
    for (Api api : Api.values()) {
      try {
        loaded.put(api, loader.apply(api));
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new InvalidContractException(
            "The contract of " + api.id() + " cannot be loaded: " + e.getMessage(), e);
      }
    }
    return loaded;
  }
}
