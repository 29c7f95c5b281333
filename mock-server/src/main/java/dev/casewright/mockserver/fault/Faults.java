package dev.casewright.mockserver.fault;

import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Detour;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.mockserver.route.InvalidSettingException;
import dev.casewright.mockserver.space.PerSpace;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.suggestion.EditDistance;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The faults that are armed, for the server and for single spaces. They act in the order in which
 * they were armed; where one answers in place of the operation, those after it do not see the call.
 * Thread-safe.
 */
public final class Faults implements Detour {

  private final Set<String> operations;
  private final Function<Space, Clock> clocks;
  private final Tokens tokens;
  private final FaultyCall.Chance chance;
  private final PerSpace<List<ArmedFault>> armed = new PerSpace<>(List.of());
  private final AtomicLong ids = new AtomicLong();

  /**
   * No faults yet.
   *
   * @param contracts know the operations
   * @param clocks tell the time of a space
   * @param tokens know which tokens are good
   * @param random draws what is left to chance; called by one thread at a time
   */
  public Faults(
      Collection<Contract> contracts,
      Function<Space, Clock> clocks,
      Tokens tokens,
      RandomGenerator random) {
    this.operations =
        contracts.stream()
            .flatMap(contract -> contract.operations().stream())
            .map(Operation::id)
            .collect(Collectors.toUnmodifiableSet());
    this.clocks = clocks;
    this.tokens = tokens;
    this.chance =
        () -> {
          synchronized (random) {
            return random.nextGaussian();
          }
        };
  }

  /**
   * Arms a fault.
   *
   * @param space the space that it is for; nothing for the server
   * @param fault the fault
   * @return the armed fault
   * @throws InvalidSettingException if it names an operation that no contract has
   */
  public ArmedFault arm(Optional<Space> space, Fault fault) {
    unknownOperation(fault)
        .ifPresent(
            name -> {
              throw new InvalidSettingException(
                  "There is no operation \"" + name + "\"." + advice(name));
            });
    ArmedFault added = new ArmedFault(ids.incrementAndGet(), fault, fault.kind().behaviour(fault));
    change(
        space,
        list ->
            Stream.concat(list.stream().filter(before -> !before.isSpent()), Stream.of(added))
                .toList());
    return added;
  }

  /** The first operation of a fault that no contract has. */
  Optional<String> unknownOperation(Fault fault) {
    return fault.operations().stream().filter(name -> !operations.contains(name)).findFirst();
  }

  /** What was perhaps meant by the name of an operation, and all that there are. */
  String advice(String name) {
    List<String> known = operations.stream().sorted().toList();
    return EditDistance.nearest(name, known).map(near -> " Did you mean " + near + "?").orElse("")
        + " There are: "
        + String.join(", ", known)
        + ".";
  }

  /**
   * The faults that are armed and not used up.
   *
   * @param space the space that they act in; nothing for the server
   * @return the faults, in the order in which they act
   */
  public List<ArmedFault> armed(Optional<Space> space) {
    return space.map(own -> armed.of(own.name())).orElseGet(armed::ofServer).stream()
        .filter(fault -> !fault.isSpent())
        .toList();
  }

  /**
   * Removes a fault.
   *
   * @param space the space that it acts in; nothing for the server
   * @param id the id of the armed fault
   * @return whether it was there
   */
  public boolean disarm(Optional<Space> space, long id) {
    boolean isThere = armed(space).stream().anyMatch(fault -> fault.id() == id);
    if (isThere) {
      change(space, list -> list.stream().filter(fault -> fault.id() != id).toList());
    }
    return isThere;
  }

  /**
   * Removes all faults.
   *
   * @param space the space that they act in; nothing for the server
   */
  public void clear(Optional<Space> space) {
    change(space, list -> List.of());
  }

  /**
   * Gives a space the faults of the server again.
   *
   * @param space the name of the space
   */
  public void reset(String space) {
    armed.reset(space);
  }

  @Override
  public MockAnswer answer(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    List<ArmedFault> here = armed.of(exchange.space().name());
    if (here.isEmpty() || exchange.operation().isEmpty()) {
      return rest.apply(exchange.request());
    }
    Operation operation = exchange.operation().get();
    Function<MockRequest, MockAnswer> way = rest;
    for (int i = here.size() - 1; i >= 0; i--) {
      ArmedFault fault = here.get(i);
      if (fault.fault().acts(operation)) {
        Function<MockRequest, MockAnswer> further = way;
        way = request -> spoil(fault, operation, exchange.with(request), further);
      }
    }
    return way.apply(exchange.request());
  }

  private MockAnswer spoil(
      ArmedFault fault,
      Operation operation,
      Exchange exchange,
      Function<MockRequest, MockAnswer> rest) {
    Clock clock = clocks.apply(exchange.space());
    AtomicReference<MockAnswer> usual = new AtomicReference<>();
    Function<MockRequest, MockAnswer> remembered =
        request -> {
          usual.set(rest.apply(request));
          return usual.get();
        };
    MockAnswer answer =
        fault
            .behaviour()
            .answer(new FaultyCall(exchange, operation, fault, clock, tokens, chance, remembered));
    if (answer != usual.get()) {
      boolean made = usual.get() == null || answer.trace() != usual.get().trace();
      answer.trace().fault(fault.fault().name(), made);
    }
    return answer;
  }

  private void change(Optional<Space> space, UnaryOperator<List<ArmedFault>> change) {
    space
        .map(Space::name)
        .ifPresentOrElse(name -> armed.change(name, change), () -> armed.changeServer(change));
  }
}
