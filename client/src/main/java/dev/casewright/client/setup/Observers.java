package dev.casewright.client.setup;

import dev.casewright.client.call.ListenerFailures;
import dev.casewright.client.observe.AttemptEvent;
import dev.casewright.client.observe.CallEvent;
import dev.casewright.client.observe.CallObserver;
import java.util.List;
import java.util.function.Consumer;

/** Puts observers together. */
final class Observers {
  private Observers() {}

  /**
   * Tells two observers. What one throws is logged by its type and reaches neither the other nor
   * the call.
   *
   * @param one an observer
   * @param other another
   * @return an observer
   */
  static CallObserver both(CallObserver one, CallObserver other) {
    List<CallObserver> both = List.of(one, other);
    return new CallObserver() {
      @Override
      public void attemptEnded(AttemptEvent attempt) {
        both.forEach(observer -> tell(observer, told -> told.attemptEnded(attempt)));
      }

      @Override
      public void callEnded(CallEvent call) {
        both.forEach(observer -> tell(observer, told -> told.callEnded(call)));
      }
    };
  }

  private static void tell(CallObserver observer, Consumer<CallObserver> event) {
    try {
      event.accept(observer);
    } catch (RuntimeException | Error failure) {
      // An error too: the call may have changed something, and its result is what counts.
      ListenerFailures.log("an observer of calls", failure);
    }
  }
}
