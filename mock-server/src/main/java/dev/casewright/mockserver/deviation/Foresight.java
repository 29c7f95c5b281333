package dev.casewright.mockserver.deviation;

import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Detour;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceState;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Effect;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds out which deviations would change what happens, while none is on: each that would act on an
 * exchange is tried on a copy of the space. So the proof of a test suite need not try a deviation
 * on a test that it cannot reach. In doubt a deviation is said to change something.
 *
 * <p>A deviation is thought to change nothing in an exchange if it has the request as it came
 * answered once, gives back that answer, and leaves the space as that answer left it. That reading
 * one thing makes no other go on is taken for granted. Thread-safe; requests that come at the same
 * time wait for each other.
 */
public final class Foresight implements Detour {

  private final DeviationRegistry registry;
  private final Tokens tokens;
  private final Spaces spaces;
  private final Set<String> found = new TreeSet<>();
  private Notes notes = new Notes();
  private boolean looks;

  /**
   * Looks at nothing before it is told to.
   *
   * @param registry all deviations
   * @param tokens gives deviations tokens that are good, and checks others
   * @param spaces lets deviations mix up what belongs to whom
   */
  public Foresight(DeviationRegistry registry, Tokens tokens, Spaces spaces) {
    this.registry = registry;
    this.tokens = tokens;
    this.spaces = spaces;
  }

  /** Looks at what comes from now on; forgets what was found and what deviations noted. */
  public synchronized void start() {
    looks = true;
    found.clear();
    notes = new Notes();
  }

  /** Looks at nothing any more. */
  public synchronized void stop() {
    looks = false;
  }

  /**
   * The deviations that would have changed something since the last start.
   *
   * @return the ids of their requirements; an unmodifiable set
   */
  public synchronized Set<String> found() {
    return Set.copyOf(found);
  }

  @Override
  public MockAnswer answer(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    synchronized (this) {
      if (looks) {
        return look(exchange, rest);
      }
    }
    return rest.apply(exchange.request());
  }

  private MockAnswer look(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    SpaceState before = exchange.space().state();
    MockAnswer answer = rest.apply(exchange.request());
    SpaceState after = exchange.space().state();
    Map<MockRequest, MockAnswer> others = new HashMap<>();
    for (Deviation deviation : registry.all()) {
      String id = deviation.requirement();
      if (!found.contains(id)
          && registry.actsOn(deviation, exchange)
          && new Trial(exchange, rest, before, answer, after, others).changesSomething(deviation)) {
        found.add(id);
      }
    }
    return answer;
  }

  /** One deviation on one exchange. */
  private final class Trial {

    private final Exchange exchange;
    private final Function<MockRequest, MockAnswer> rest;
    private final MockAnswer answer;
    private final SpaceState after;
    private final Map<MockRequest, MockAnswer> others;
    private final Space copy;
    private final boolean hasEffect;
    private int asked;
    private boolean isInDoubt;

    Trial(
        Exchange exchange,
        Function<MockRequest, MockAnswer> rest,
        SpaceState before,
        MockAnswer answer,
        SpaceState after,
        Map<MockRequest, MockAnswer> others) {
      this.exchange = exchange;
      this.rest = rest;
      this.answer = answer;
      this.after = after;
      this.others = others;
      this.copy = exchange.space().copy();
      this.hasEffect = before != after;
      copy.restore(before);
    }

    boolean changesSomething(Deviation deviation) {
      Exchange tried = new Exchange(exchange.api(), exchange.operation(), exchange.request(), copy);
      MockAnswer changed =
          deviation
              .behaviour()
              .answer(
                  new DeviantCall(
                      deviation.requirement(), tried, this::answer, tokens, spaces, notes));
      return isInDoubt || copy.state() != after || !isSame(changed, answer);
    }

    private MockAnswer answer(MockRequest request) {
      if (request.equals(exchange.request())) {
        asked++;
        isInDoubt |= hasEffect && asked > 1;
        if (hasEffect) {
          copy.restore(after);
        }
        return answer;
      }
      // The state of a write's start is gone by now.
      isInDoubt |= hasEffect || isMeant(request) && !isReading();
      return request.rehearsal() && request.equals(exchange.request().rehearsed())
          ? answer
          : others.computeIfAbsent(request.rehearsed(), rest);
    }

    private boolean isMeant(MockRequest request) {
      return !request.rehearsal();
    }

    private boolean isReading() {
      return exchange.operation().map(called -> called.effect() == Effect.READ).orElse(true);
    }
  }

  private static boolean isSame(MockAnswer one, MockAnswer other) {
    return one == other
        || one.status() == other.status()
            && one.headers().equals(other.headers())
            && one.transmission().equals(other.transmission())
            && Arrays.equals(one.body(), other.body());
  }
}
