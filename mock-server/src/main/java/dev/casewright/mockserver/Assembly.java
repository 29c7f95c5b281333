package dev.casewright.mockserver;

import dev.casewright.mockserver.admin.AdminApi;
import dev.casewright.mockserver.admin.AdminRoute;
import dev.casewright.mockserver.admin.ClockRoutes;
import dev.casewright.mockserver.admin.Overview;
import dev.casewright.mockserver.admin.ProgressRoutes;
import dev.casewright.mockserver.admin.SnapshotRoutes;
import dev.casewright.mockserver.admin.SpaceEditor;
import dev.casewright.mockserver.admin.SpaceRoutes;
import dev.casewright.mockserver.credentials.EmedgeneGate;
import dev.casewright.mockserver.credentials.Gate;
import dev.casewright.mockserver.credentials.OpalGate;
import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.deviation.DeviationRegistry;
import dev.casewright.mockserver.deviation.DeviationRoutes;
import dev.casewright.mockserver.deviation.Deviations;
import dev.casewright.mockserver.deviation.Foresight;
import dev.casewright.mockserver.emedgene.CaseDrafts;
import dev.casewright.mockserver.emedgene.EmedgeneOperations;
import dev.casewright.mockserver.emedgene.PhenotypeCatalogue;
import dev.casewright.mockserver.evidence.Explainer;
import dev.casewright.mockserver.evidence.GroundsFinder;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.fault.FaultRoutes;
import dev.casewright.mockserver.fault.Faults;
import dev.casewright.mockserver.journal.Journal;
import dev.casewright.mockserver.journal.JournalRoutes;
import dev.casewright.mockserver.judge.Judge;
import dev.casewright.mockserver.judge.JudgementRoutes;
import dev.casewright.mockserver.mapping.MappingBreaches;
import dev.casewright.mockserver.mapping.MappingCheck;
import dev.casewright.mockserver.opal.OpalOperations;
import dev.casewright.mockserver.page.ControlRoom;
import dev.casewright.mockserver.page.SwaggerUi;
import dev.casewright.mockserver.pdf.ReportPdf;
import dev.casewright.mockserver.route.AnswerCheck;
import dev.casewright.mockserver.route.BreachCounter;
import dev.casewright.mockserver.route.Detour;
import dev.casewright.mockserver.route.HandlerTable;
import dev.casewright.mockserver.route.InvalidContractException;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.mockserver.route.OperationPipeline;
import dev.casewright.mockserver.route.Unrouted;
import dev.casewright.mockserver.route.ViolationStatus;
import dev.casewright.mockserver.route.Way;
import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.seed.SeedFiles;
import dev.casewright.mockserver.seed.SeedPack;
import dev.casewright.mockserver.seed.SeedPacks;
import dev.casewright.mockserver.space.Progress;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.mockserver.switches.SwitchDetour;
import dev.casewright.mockserver.switches.SwitchRoutes;
import dev.casewright.mockserver.switches.Switches;
import dev.casewright.mockserver.time.Clocks;
import dev.casewright.mockserver.transport.Door;
import dev.casewright.mockserver.transport.Limit;
import dev.casewright.mockserver.webhook.WebhookRoutes;
import dev.casewright.mockserver.webhook.Webhooks;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.ConfirmationLedger;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import dev.casewright.openapi.check.ContractCheck;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts the rooms of the server together: contracts, state, handlers, the way of a request with its
 * detours, and the doors that lead there.
 */
final class Assembly {

  private final Clocks clocks;
  private final Progress progress;
  private final Webhooks webhooks;
  private final Tokens tokens;
  private final Spaces spaces;
  private final SpaceEditor editor;
  private final Deviations deviations;
  private final Optional<Foresight> foresight;
  private final Faults faults;
  private final Judge judge;
  private final Journal journal;
  private final Switches switches;
  private final BreachCounter breaches = new BreachCounter();
  private final MappingCheck mappingCheck;
  private final List<Door> doors;
  private final Routes routes;
  private final MockContents contentsAtStart;

  Assembly(MockServerSettings settings, Scheduler scheduler) {
    Map<Api, Contract> contracts = load(Contract::of);
    Map<Api, RequirementRegister> registers = load(RequirementRegister::of);
    Map<Api, ConfirmationLedger> ledgers = load(ConfirmationLedger::of);
    Map<Api, ContractCheck> checks = load(api -> new ContractCheck(contracts.get(api)));
    CaseDrafts drafts =
        new CaseDrafts(new PhenotypeCatalogue(new SeedFiles("ontology").read("hpo.yaml")));
    SeedPack seed = SeedPacks.open(settings.data().seedPack(), contracts, drafts);
    this.clocks = new Clocks(settings.surroundings().clock());
    this.progress = Progress.of(settings.data().ofCases(), settings.data().ofReports());
    this.tokens = new Tokens(settings.tokens().key(), settings.tokens().lifetime(), clocks::of);
    this.spaces = new Spaces(seed::stateFor, clocks::of, progress);
    spaces.atMost(settings.protection().limits().number(Limit.SPACES));
    this.webhooks =
        Webhooks.of(
            settings.behaviour().webhooksAnywhere(),
            name -> clocks.isFrozen(Optional.of(name)),
            spaces::isThere,
            scheduler);
    spaces.watch(webhooks);
    // Before the clock, under which a space that is being removed may still go on.
    spaces.onReset(webhooks::reset);
    spaces.onReset(clocks::resetWith);
    spaces.onReset(progress::reset);
    clocks.onChange(spaces::refresh);
    clocks.onChange(webhooks::clockChanged);
    this.editor = new SpaceEditor(contracts.get(Api.OPAL));
    Map<Api, AnswerCheck> answers =
        load(api -> new AnswerCheck(checks.get(api), ErrorShape.of(api), breaches));
    this.deviations =
        new Deviations(
            everyDeviation(registers), answers, tokens, spaces, settings.behaviour().deviations());
    spaces.onReset(deviations::reset);
    this.foresight =
        settings.behaviour().foresight()
            ? Optional.of(new Foresight(deviations.registry(), tokens, spaces))
            : Optional.empty();
    this.faults =
        new Faults(contracts.values(), Space::clock, tokens, settings.surroundings().random());
    spaces.onReset(faults::reset);
    this.judge = new Judge(contracts, Space::clock);
    spaces.onReset(judge::clear);
    this.switches = new Switches(settings.behaviour().switches());
    spaces.onReset(switches::reset);
    MappingBreaches mappingBreaches = new MappingBreaches();
    this.mappingCheck = new MappingCheck(contracts, answers, mappingBreaches);
    GroundsFinder grounds = new GroundsFinder(contracts, registers, ledgers);
    Map<Api, Gate> gates = Map.of(Api.OPAL, new OpalGate(), Api.EMEDGENE, new EmedgeneGate(tokens));
    this.journal =
        new Journal(
            new Explainer(grounds, exchange -> deviations.on(Optional.of(exchange.space().name()))),
            contracts,
            settings.protection().limits().number(Limit.EXCHANGES),
            System::nanoTime,
            settings.additions().exchangeListeners());
    spaces.onReset(name -> journal.clear(Optional.of(name)));
    List<Detour> detours = new ArrayList<>();
    detours.add(judge);
    detours.add(faults);
    detours.add(new SwitchDetour(switches, answers));
    detours.add(deviations);
    foresight.ifPresent(detours::add);
    this.doors = Doors.of(contracts.values());
    HandlerTable handlers = HandlerTable.bind(contracts.values(), handlers(drafts, settings));
    Map<Api, OperationPipeline> pipelines =
        load(
            api ->
                new OperationPipeline(
                    checks.get(api),
                    gates.get(api),
                    ErrorShape.of(api),
                    ViolationStatus.of(api),
                    handlers,
                    spaces,
                    answers.get(api)));
    List<AdminRoute> adminRoutes = new ArrayList<>();
    adminRoutes.addAll(
        new Overview(contracts, registers, ledgers, seed.name(), spaces, breaches, mappingBreaches)
            .routes());
    adminRoutes.addAll(new SpaceRoutes(spaces, editor).routes());
    adminRoutes.addAll(new DeviationRoutes(deviations).routes());
    adminRoutes.addAll(new ClockRoutes(clocks).routes());
    adminRoutes.addAll(new ProgressRoutes(progress, spaces).routes());
    adminRoutes.addAll(new SnapshotRoutes().routes());
    adminRoutes.addAll(new WebhookRoutes(webhooks).routes());
    adminRoutes.addAll(new FaultRoutes(faults).routes());
    adminRoutes.addAll(new JudgementRoutes(judge).routes());
    adminRoutes.addAll(new JournalRoutes(journal).routes());
    adminRoutes.addAll(mappingBreaches.routes());
    adminRoutes.addAll(new SwitchRoutes(switches).routes());
    this.routes =
        new Routes(
            new Way(spaces, gates, journal, detours),
            contracts.values(),
            pipelines,
            new Unrouted(contracts.values()),
            List.of(ControlRoom.pages(), SwaggerUi.pages(contracts)),
            new AdminApi(spaces, adminRoutes));
    this.contentsAtStart =
        new MockContents(
            contracts.values().stream()
                .map(
                    contract ->
                        new MockContents.ServedApi(
                            contract.api().id(),
                            contract.operations().size(),
                            registers.get(contract.api()).requirements().size()))
                .toList(),
            seed.name(),
            spaces.names());
  }

  Clocks clocks() {
    return clocks;
  }

  Progress progress() {
    return progress;
  }

  Webhooks webhooks() {
    return webhooks;
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

  Optional<Foresight> foresight() {
    return foresight;
  }

  Faults faults() {
    return faults;
  }

  Judge judge() {
    return judge;
  }

  Journal journal() {
    return journal;
  }

  MappingCheck mappingCheck() {
    return mappingCheck;
  }

  Switches switches() {
    return switches;
  }

  BreachCounter breaches() {
    return breaches;
  }

  MockContents contents() {
    return new MockContents(contentsAtStart.apis(), contentsAtStart.seedPack(), spaces.names());
  }

  List<Door> doors() {
    return doors;
  }

  Routes routes() {
    return routes;
  }

  private Map<String, OperationHandler> handlers(CaseDrafts drafts, MockServerSettings settings) {
    ReportPdf pdf = new ReportPdf();
    long limit = settings.behaviour().answerLimit();
    Map<String, OperationHandler> handlers =
        new HashMap<>(OpalOperations.handlers(spaces, pdf, limit, switches));
    handlers.putAll(
        EmedgeneOperations.handlers(
            tokens, drafts, pdf, settings.surroundings().random(), limit, switches));
    return handlers;
  }

  private static DeviationRegistry everyDeviation(Map<Api, RequirementRegister> registers) {
    DeviationRegistry registry = DeviationRegistry.of(registers.values(), EveryDeviation.all());
    registers.values().forEach(registry::covering);
    return registry;
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
