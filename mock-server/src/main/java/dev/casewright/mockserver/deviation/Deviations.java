package dev.casewright.mockserver.deviation;

import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.AnswerCheck;
import dev.casewright.mockserver.route.Detour;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.mockserver.space.PerSpace;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Api;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The deviations that are on, for the server and for single spaces. Thread-safe. */
public final class Deviations implements Detour {

  private final DeviationRegistry registry;
  private final Map<Api, AnswerCheck> checks;
  private final Tokens tokens;
  private final Spaces spaces;
  private final PerSpace<Set<String>> on;
  private final Notes notes = new Notes();

  /**
   * Deviations of a server.
   *
   * @param registry all that there are
   * @param checks check the answers of those that only do something wrong
   * @param tokens gives deviations tokens that are good, and checks others
   * @param spaces lets deviations mix up what belongs to whom
   * @param atStart the requirements that all spaces break from the start
   * @throws InvalidSettingException if one of them has no deviation
   */
  public Deviations(
      DeviationRegistry registry,
      Map<Api, AnswerCheck> checks,
      Tokens tokens,
      Spaces spaces,
      Collection<String> atStart) {
    this.registry = registry;
    this.checks = Map.copyOf(checks);
    this.tokens = tokens;
    this.spaces = spaces;
    atStart.forEach(this::named);
    this.on = new PerSpace<>(Set.copyOf(atStart));
  }

  /**
   * All deviations that there are.
   *
   * @return the registry
   */
  public DeviationRegistry registry() {
    return registry;
  }

  /**
   * The requirements that are broken in a space.
   *
   * @param space the space; nothing for those that all spaces break which have nothing else set
   * @return their ids
   */
  public Set<String> on(Optional<String> space) {
    return space.map(on::of).orElseGet(on::ofServer);
  }

  /**
   * Breaks a requirement from now on.
   *
   * @param space the space; nothing for all spaces that have nothing else set
   * @param requirement the id of the requirement
   * @throws InvalidSettingException if it has no deviation
   */
  public void add(Optional<String> space, String requirement) {
    named(requirement);
    change(
        space,
        ids -> {
          Set<String> more = new LinkedHashSet<>(ids);
          more.add(requirement);
          return Set.copyOf(more);
        });
  }

  /**
   * Keeps a requirement again.
   *
   * @param space the space; nothing for all spaces that have nothing else set
   * @param requirement the id of the requirement
   * @throws InvalidSettingException if it has no deviation
   */
  public void remove(Optional<String> space, String requirement) {
    named(requirement);
    change(
        space,
        ids ->
            ids.stream()
                .filter(id -> !id.equals(requirement))
                .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Keeps all requirements again.
   *
   * @param space the space; nothing for all spaces that have nothing else set
   */
  public void clear(Optional<String> space) {
    change(space, ids -> Set.of());
  }

  /**
   * Gives a space what is set for the server again.
   *
   * @param space the name of the space
   */
  public void reset(String space) {
    on.reset(space);
    notes.keepOnly((noted, requirement) -> !noted.equals(space));
  }

  /** What a deviation remembers goes when it is switched off. */
  private void change(Optional<String> space, UnaryOperator<Set<String>> change) {
    space.ifPresentOrElse(name -> on.change(name, change), () -> on.changeServer(change));
    notes.keepOnly((noted, requirement) -> on.of(noted).contains(requirement));
  }

  /** Those that break the contract come outermost, since the others need answers that fit it. */
  @Override
  public MockAnswer answer(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    List<Deviation> acting =
        on.of(exchange.space().name()).stream()
            .sorted()
            .flatMap(id -> registry.find(id).stream())
            .filter(deviation -> registry.actsOn(deviation, exchange))
            // Outermost is what need not fit the contract, past the checks of the others.
            .sorted(Comparator.comparing(Deviation::kind))
            .toList();
    Function<MockRequest, MockAnswer> way = rest;
    for (Deviation deviation : acting) {
      Function<MockRequest, MockAnswer> further = way;
      way = request -> deviate(deviation, exchange.with(request), further);
    }
    return way.apply(exchange.request());
  }

  private MockAnswer deviate(
      Deviation deviation, Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    AtomicReference<MockAnswer> usual = new AtomicReference<>();
    Function<MockRequest, MockAnswer> remembered =
        request -> {
          MockAnswer given = rest.apply(request);
          if (request == exchange.request()) {
            usual.set(given);
          }
          return given;
        };
    MockAnswer answer =
        deviation
            .behaviour()
            .answer(
                new DeviantCall(
                    deviation.requirement(), exchange, remembered, tokens, spaces, notes));
    MockAnswer checked =
        deviation.kind() == Deviation.Kind.WRONG && exchange.operation().isPresent()
            ? checks.get(exchange.api()).checked(exchange.operation().get(), answer)
            : answer;
    if (checked != usual.get()) {
      checked.trace().deviated(deviation.requirement());
    }
    return checked;
  }

  /**
   * The deviation that breaks a requirement.
   *
   * @param requirement the id of the requirement, which must not come from a request
   * @return the deviation
   * @throws InvalidSettingException if it has none
   */
  public Deviation named(String requirement) {
    return registry
        .find(requirement)
        .orElseThrow(() -> UnknownDeviation.of(requirement, registry.ids()));
  }
}
