package dev.casewright.mockserver.route;

import dev.casewright.mockserver.credentials.Claims;
import dev.casewright.mockserver.credentials.DemoAccounts;
import dev.casewright.mockserver.credentials.Gate;
import dev.casewright.mockserver.exchange.ErrorShape;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.Refusal;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.Spaces;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The way of every request to either API, with all detours on it. Thread-safe. */
public final class Way {

  private final Spaces spaces;
  private final Map<Api, Gate> gates;
  private final Detour journal;
  private final List<Detour> detours;

  /**
   * A way.
   *
   * @param spaces the state
   * @param gates check the credentials of each API
   * @param journal stands before all detours, and is passed by those too who are let no further
   * @param detours what steps in, outermost first
   */
  public Way(Spaces spaces, Map<Api, Gate> gates, Detour journal, List<Detour> detours) {
    this.spaces = spaces;
    this.gates = Map.copyOf(gates);
    this.journal = journal;
    this.detours = List.copyOf(detours);
  }

  /**
   * Takes a request along the way.
   *
   * @param api the API that its path belongs to
   * @param operation the operation that it calls, if any
   * @param request the request
   * @param end answers at the end of the way
   * @return the answer
   */
  public MockAnswer go(
      Api api,
      Optional<Operation> operation,
      MockRequest request,
      Function<MockRequest, MockAnswer> end) {
    Space space;
    try {
      space = spaceOf(api, operation, request);
    } catch (Refusal tooMany) {
      return journal.answer(
          new Exchange(api, operation, request, spaces.of(DemoAccounts.DEFAULT_SPACE)),
          same -> refuse(tooMany, api));
    }
    Exchange exchange = new Exchange(api, operation, request, space);
    Function<MockRequest, MockAnswer> rest = end;
    for (int i = detours.size() - 1; i >= 0; i--) {
      Detour detour = detours.get(i);
      Function<MockRequest, MockAnswer> further = rest;
      rest = current -> detour.answer(exchange.with(current), further);
    }
    return journal.answer(exchange, rest);
  }

  private static MockAnswer refuse(Refusal refusal, Api api) {
    MockAnswer answer = refusal.in(ErrorShape.of(api));
    answer.trace().refusedBy(refusal.requirements());
    answer.trace().because(refusal.getMessage());
    return answer;
  }

  /** A space that is not there yet is made for good credentials only. */
  private Space spaceOf(Api api, Optional<Operation> operation, MockRequest request) {
    Optional<String> claimed = Claims.spaceOf(api, operation, request);
    return claimed
        .flatMap(spaces::find)
        .or(() -> claimed.filter(name -> isAdmitted(api, operation, request)).map(spaces::of))
        .orElseGet(() -> spaces.of(DemoAccounts.DEFAULT_SPACE));
  }

  private boolean isAdmitted(Api api, Optional<Operation> operation, MockRequest request) {
    if (Claims.isLogin(operation)) {
      return Claims.isGoodLogin(request);
    }
    try {
      gates.get(api).admit(request);
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }
}
