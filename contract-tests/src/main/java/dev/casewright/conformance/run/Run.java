package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.CheckRun;
import dev.casewright.conformance.check.Probe;
import dev.casewright.conformance.check.Stage;
import dev.casewright.conformance.mask.Mask;
import dev.casewright.conformance.mask.Secrets;
import dev.casewright.conformance.result.LeftBehind;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Channels;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.HttpChannel;
import dev.casewright.conformance.target.Memory;
import dev.casewright.conformance.target.MockAdmin;
import dev.casewright.conformance.target.MockSpaces;
import dev.casewright.conformance.target.OpalTarget;
import dev.casewright.conformance.target.OwnControl;
import dev.casewright.conformance.target.TargetControl;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One run: the target, what may be done to it, and what each check sent. Thread-safe. */
final class Run implements CheckRun {

  private final RunSettings settings;
  private final Consumer<Exchange> watcher;
  private final HttpClient http;
  private final Budget budget;
  private final Rate rate;
  private final Creations creations;
  private final AtomicBoolean wrongLogin = new AtomicBoolean();
  private final Optional<MockSpaces> spaces;
  private final Mask mask;
  private final Map<String, List<Exchange>> exchanges = new ConcurrentHashMap<>();
  private final Memory own = new Memory();
  private final Memory others = new Memory();

  Run(
      RunSettings settings,
      HttpClient http,
      Clock clock,
      RateClock rateClock,
      String prefix,
      Consumer<Exchange> watcher) {
    this.settings = settings;
    this.watcher = watcher;
    this.http = http;
    this.mask = new Mask(secretsOf(settings, Api.OPAL), secretsOf(settings, Api.EMEDGENE));
    this.budget = new Budget(settings.maxRequests());
    this.rate = new Rate(settings.perSecond(), rateClock);
    this.creations = new Creations(settings.effects().compareTo(Effect.CHANGE) >= 0, budget);
    this.spaces =
        settings
            .mock()
            .map(
                mock ->
                    new MockSpaces(
                        new MockAdmin(channel(mock.baseUrl()), mock.token()),
                        clock,
                        password(),
                        prefix));
  }

  private static Secrets secretsOf(RunSettings settings, Api api) {
    boolean opal = api == Api.OPAL;
    Map<String, String> variables = new LinkedHashMap<>();
    (opal ? settings.opal() : settings.emedgene())
        .ifPresent(
            address -> {
              String prefix = "CASEWRIGHT_" + api.name() + (opal ? "_LOGIN" : "_USERNAME");
              String password = "CASEWRIGHT_" + api.name() + "_PASSWORD";
              address
                  .otherUser()
                  .ifPresent(
                      user -> {
                        variables.put(user.name(), prefix + "_2");
                        variables.put(user.password(), password + "_2");
                      });
              variables.put(address.user().name(), prefix);
              variables.put(address.user().password(), password);
            });
    return new Secrets(variables);
  }

  private String password() {
    return settings.opal().or(settings::emedgene).map(api -> api.user().password()).orElseThrow();
  }

  @Override
  public Optional<String> reasonToSkip(Check check) {
    Optional<ApiAddress> address = settings.address(check.api());
    if (address.isEmpty()) {
      return Optional.of("No address of the " + check.api().id() + " API was given.");
    }
    if (check.effect().compareTo(settings.effects()) > 0 && !check.effectByVariant()) {
      return Optional.of("It needs --effects " + check.effect() + ".");
    }
    String missing =
        check.probes().stream()
            .filter(probe -> !settings.probes().contains(probe))
            .sorted()
            .map(Probe::toString)
            .collect(Collectors.joining(", "));
    return missing.isEmpty() || isOfThisMachine(address.get().baseUrl())
        ? Optional.empty()
        : Optional.of("It is a probe: it needs --allow-probe " + missing + ".");
  }

  private boolean isOfThisMachine(URI url) {
    return settings.thisMachine().test(url.getHost());
  }

  /**
   * Finds out whether the target can be checked at all.
   *
   * @throws TargetNotUsableException if it cannot
   */
  void look() {
    Channels channels = channels(watcher);
    if (settings.opal().isPresent()) {
      Preflight.opal(
          opal(channels, ApiAddress::user, own),
          "CASEWRIGHT_OPAL_LOGIN and CASEWRIGHT_OPAL_PASSWORD");
    }
    if (settings.emedgene().isPresent()) {
      Preflight.emedgene(
          emedgene(channels, ApiAddress::user, own),
          "CASEWRIGHT_EMEDGENE_USERNAME and CASEWRIGHT_EMEDGENE_PASSWORD");
    }
    spaces.ifPresent(Preflight::mock);
  }

  /** Takes away what the run has made, as far as it can. Blocks. */
  List<LeftBehind> cleanUp() {
    spaces.ifPresent(MockSpaces::removeShared);
    return creations.cleanUp();
  }

  /** Why the run is incomplete, if it is. */
  Optional<String> incomplete() {
    return budget.isSpent()
        ? Optional.of(
            "The "
                + settings.maxRequests()
                + " requests of the run were spent before all checks were made: raise"
                + " --max-requests, or choose fewer checks with --only.")
        : Optional.empty();
  }

  @Override
  public Stage begin(Check check, String uniqueId) {
    List<Exchange> mine = exchanges.computeIfAbsent(uniqueId, id -> new CopyOnWriteArrayList<>());
    Channels channels =
        declared(
            channels(
                exchange -> {
                  mine.add(exchange);
                  watcher.accept(exchange);
                }),
            check);
    if (spaces.isEmpty()) {
      TargetControl control = control(channels);
      return new OpenStage(control, () -> {});
    }
    boolean changes = check.effect() != Effect.READ;
    TargetControl control = changes ? spaces.get().fresh(channels) : spaces.get().shared(channels);
    return new OpenStage(
        control,
        () -> {
          if (changes) {
            spaces.get().remove(control);
          }
        });
  }

  private TargetControl control(Channels channels) {
    return new OwnControl(
        opal(channels, ApiAddress::user, own),
        emedgene(channels, ApiAddress::user, own),
        settings.effects(),
        () -> otherControl(channels));
  }

  private Optional<TargetControl> otherControl(Channels channels) {
    boolean has = settings.opal().or(settings::emedgene).flatMap(ApiAddress::otherUser).isPresent();
    return has
        ? Optional.of(
            new OwnControl(
                opal(channels, address -> address.otherUser().orElse(address.user()), others),
                emedgene(channels, address -> address.otherUser().orElse(address.user()), others),
                settings.effects(),
                Optional::empty))
        : Optional.empty();
  }

  private OpalTarget opal(Channels channels, Function<ApiAddress, User> whose, Memory memory) {
    User user = settings.opal().map(whose).orElse(new User("", ""));
    return new OpalTarget(
        channels.opal(), channels.opalRedirect(), user.name(), user.password(), memory);
  }

  private EmedgeneTarget emedgene(
      Channels channels, Function<ApiAddress, User> whose, Memory memory) {
    User user = settings.emedgene().map(whose).orElse(new User("", ""));
    return new EmedgeneTarget(
        channels.emedgene(), channels.emedgeneRedirect(), user.name(), user.password(), memory);
  }

  private Channels channels(Consumer<Exchange> record) {
    return new Channels(
        guarded(Api.OPAL, false, record),
        guarded(Api.OPAL, true, record),
        guarded(Api.EMEDGENE, false, record),
        guarded(Api.EMEDGENE, true, record));
  }

  private static Channels declared(Channels channels, Check check) {
    return new Channels(
        new DeclarationGuard(channels.opal(), Api.OPAL, false, check),
        new DeclarationGuard(channels.opalRedirect(), Api.OPAL, true, check),
        new DeclarationGuard(channels.emedgene(), Api.EMEDGENE, false, check),
        new DeclarationGuard(channels.emedgeneRedirect(), Api.EMEDGENE, true, check));
  }

  private Channel guarded(Api api, boolean redirect, Consumer<Exchange> record) {
    Optional<ApiAddress> address = settings.address(api);
    URI url = url(api, redirect);
    Channel counted = budget.over(rate.over(new Recorder(channel(url), api, redirect, record)));
    boolean keepsWhatIsMade = api == Api.EMEDGENE && !redirect && spaces.isEmpty();
    Channel kept = keepsWhatIsMade ? creations.over(counted) : counted;
    Channel guest =
        isOfThisMachine(url)
            ? kept
            : new GuestGuard(
                kept, api, redirect, address, settings.probes(), wrongLogin, creations);
    return new EffectGuard(guest, api, settings.effects());
  }

  private URI url(Api api, boolean redirect) {
    return settings
        .address(api)
        .map(address -> redirect ? address.redirectUrl() : address.baseUrl())
        .orElse(URI.create("http://not-given.invalid"));
  }

  private Channel channel(URI url) {
    return new HttpChannel(url, http, settings.longestAnswer());
  }

  /** The space of the reading checks, past the recorder and the budget. */
  Optional<TargetControl> sharedSpace() {
    return spaces.map(
        mock ->
            mock.shared(
                new Channels(
                    channel(url(Api.OPAL, false)),
                    channel(url(Api.OPAL, true)),
                    channel(url(Api.EMEDGENE, false)),
                    channel(url(Api.EMEDGENE, true)))));
  }

  /** What a check sent; it is forgotten with this, so that nothing raw outlives its check. */
  List<Exchange> takeExchangesOf(String uniqueId) {
    List<Exchange> taken = exchanges.remove(uniqueId);
    return taken == null ? List.of() : taken;
  }

  Mask mask() {
    return mask;
  }

  int requests() {
    return budget.sent();
  }

  private record OpenStage(TargetControl control, Runnable end) implements Stage {
    @Override
    public void close() {
      end.run();
    }
  }
}
