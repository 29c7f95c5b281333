package dev.casewright.conformance.cli;

import dev.casewright.conformance.run.Exchange;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts requests in front of somebody who watches, and is quiet otherwise. Thread-safe. */
final class Progress implements Consumer<Exchange> {

  private static final int STEP = 10;

  private final PrintWriter terminal;
  private final boolean watched;
  private final AtomicInteger sent = new AtomicInteger();

  Progress(Surroundings surroundings) {
    this.terminal = surroundings.err();
    this.watched = surroundings.terminal();
  }

  @Override
  public void accept(Exchange exchange) {
    int count = sent.incrementAndGet();
    if (watched && count % STEP == 0) {
      terminal.print("\r" + count + " requests ");
      terminal.flush();
    }
  }

  /** Leaves a clean line for what follows. */
  void end() {
    if (watched) {
      terminal.print("\r                    \r");
      terminal.flush();
    }
  }
}
