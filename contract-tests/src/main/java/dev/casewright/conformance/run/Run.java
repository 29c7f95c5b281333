package dev.casewright.conformance.run;

import dev.casewright.conformance.check.Check;
import dev.casewright.conformance.check.CheckRun;
import dev.casewright.conformance.check.Stage;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.User;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.Channels;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.HttpChannel;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run: the target, what may be done to it, and what each check sent. Thread-safe. */
final class Run implements CheckRun {

  private final RunSettings settings;
  private final Consumer<Exchange> watcher;
  private final HttpClient http;
  private final Budget budget;
  private final Optional<MockSpaces> spaces;
  private final Map<String, List<Exchange>> exchanges = new ConcurrentHashMap<>();

  Run(RunSettings settings, HttpClient http, Clock clock, Consumer<Exchange> watcher) {
    this.settings = settings;
    this.watcher = watcher;
    this.http = http;
    this.budget = new Budget(settings.maxRequests());
    this.spaces =
        settings
            .mock()
            .map(
                mock ->
                    new MockSpaces(
                        new MockAdmin(channel(mock.baseUrl()), mock.token()),
                        clock,
                        password(),
                        "check"));
  }

  private String password() {
    return settings.opal().or(settings::emedgene).map(api -> api.user().password()).orElseThrow();
  }

  @Override
  public Optional<String> reasonToSkip(Check check) {
    Optional<ApiAddress> address = addressOf(check.api());
    if (address.isEmpty()) {
      return Optional.of("No address of the " + check.api().id() + " API was given.");
    }
    if (check.effect().compareTo(settings.effects()) > 0) {
      return Optional.of("It needs --effects " + check.effect() + ".");
    }
    return check
        .probe()
        .filter(probe -> !isOfThisMachine(address.get().baseUrl()))
        .filter(probe -> !settings.probes().contains(probe))
        .map(probe -> "It is a probe: it needs --allow-probe " + probe + ".");
  }

  private Optional<ApiAddress> addressOf(Api api) {
    return api == Api.OPAL ? settings.opal() : settings.emedgene();
  }

  private static boolean isOfThisMachine(URI url) {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
  }

  @Override
  public Stage begin(Check check, String uniqueId) {
    List<Exchange> mine = exchanges.computeIfAbsent(uniqueId, id -> new CopyOnWriteArrayList<>());
    Channels channels =
        channels(
            exchange -> {
              mine.add(exchange);
              watcher.accept(exchange);
            });
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
        opal(channels, ApiAddress::user),
        emedgene(channels, ApiAddress::user),
        () -> otherControl(channels));
  }

  private Optional<TargetControl> otherControl(Channels channels) {
    boolean has = settings.opal().or(settings::emedgene).flatMap(ApiAddress::otherUser).isPresent();
    return has
        ? Optional.of(
            new OwnControl(
                opal(channels, address -> address.otherUser().orElse(address.user())),
                emedgene(channels, address -> address.otherUser().orElse(address.user())),
                Optional::empty))
        : Optional.empty();
  }

  private OpalTarget opal(Channels channels, Function<ApiAddress, User> whose) {
    User user = settings.opal().map(whose).orElse(new User("", ""));
    return new OpalTarget(channels.opal(), channels.opalRedirect(), user.name(), user.password());
  }

  private EmedgeneTarget emedgene(Channels channels, Function<ApiAddress, User> whose) {
    User user = settings.emedgene().map(whose).orElse(new User("", ""));
    return new EmedgeneTarget(
        channels.emedgene(), channels.emedgeneRedirect(), user.name(), user.password());
  }

  private Channels channels(Consumer<Exchange> record) {
    return new Channels(
        recorded(Api.OPAL, false, record),
        recorded(Api.OPAL, true, record),
        recorded(Api.EMEDGENE, false, record),
        recorded(Api.EMEDGENE, true, record));
  }

  private Channel recorded(Api api, boolean redirect, Consumer<Exchange> record) {
    URI url =
        addressOf(api)
            .map(address -> redirect ? address.redirectUrl() : address.baseUrl())
            .orElse(URI.create("http://not-given.invalid"));
    return budget.over(new Recorder(channel(url), api, redirect, record));
  }

  private Channel channel(URI url) {
    return new HttpChannel(url, http, settings.longestAnswer());
  }

  List<Exchange> exchangesOf(String uniqueId) {
    return exchanges.getOrDefault(uniqueId, List.of());
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
