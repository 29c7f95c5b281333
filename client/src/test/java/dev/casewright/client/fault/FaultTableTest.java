package dev.casewright.client.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.casewright.client.ClientBuilder;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Tls;
import dev.casewright.client.transport.SizeLimits;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault, one after the other: what the caller gets, what the server sees, what is left. */
class FaultTableTest {
  /** How much later than its deadline a call may end: 200 ms, times ten for a busy machine. */
  private static final Duration GRACE = Duration.ofMillis(2000);

  private static final List<String> TABLE = new ArrayList<>();

  @AfterAll
  static void print(TestReporter reporter) {
    reporter.publishEntry(
        "faults",
        "\n| fault | while | ends with | requests | late, ms |\n|---|---|---|---|---|\n"
            + String.join("\n", TABLE));
  }

  @ParameterizedTest
  @MethodSource("dev.casewright.client.fault.Faults#all")
  void aFaultEndsInTimeWithAMessageThatHelpsAndLeavesNothingBehind(Fault fault) throws Exception {
    Set<Thread> before = threads();
    try (FixtureServer server = server(fault)) {
      Throwable failure;
      Duration time;
      try (Operation.Session session = fault.operation().session(settings(fault, server))) {
        long start = System.nanoTime();
        failure = catchThrowable(session.call()::run);
        time = Duration.ofNanos(System.nanoTime() - start);

        // The JDK sometimes opens another before the first is back in its pool.
        int mayStay = fault.connectionStays() ? fault.requests() : 0;
        assertThat(server.openConnections(mayStay))
            .as("open connections")
            .isLessThanOrEqualTo(mayStay);
      }
      Duration late = time.minus(fault.limit().time());
      TABLE.add(row(fault, failure, server.received().size(), late));

      assertEnd(fault, failure);
      assertThat(server.received()).as("requests").hasSize(fault.requests());
      assertThat(late).as("time beyond the deadline").isLessThan(GRACE);
      assertThat(threadsSince(before)).as("threads").isEmpty();
    }
  }

  private static void assertEnd(Fault fault, Throwable failure) {
    if (fault.exception().isEmpty()) {
      assertThat(failure).isNull();
      return;
    }
    assertThat(failure)
        .isExactlyInstanceOf(fault.exception().get())
        .hasMessageContainingAll(fault.words().toArray(String[]::new));
    StringWriter printed = new StringWriter();
    failure.printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString()).doesNotContain("Canary", "feign.FeignException");
  }

  private static FixtureServer server(Fault fault) {
    FixtureServer server =
        fault.place().speaksTls()
            ? FixtureServer.start("https", Tls.shared().sockets(), request -> Reply.drop())
            : FixtureServer.start(request -> Reply.drop());
    fault.server().ifPresentOrElse(behaviour -> server.answer(behaviour.get()), server::dropUnread);
    return server;
  }

  private static Operation.Settings settings(Fault fault, FixtureServer server) {
    URI url = fault.place().of(server);
    return new Operation.Settings() {
      @Override
      public <B extends ClientBuilder<B>> B on(B builder) {
        return builder
            .baseUrl(url)
            .allowPlainHttpOnLoopback()
            .timeouts(fault.limit().timeouts())
            .sizeLimits(SizeLimits.defaults().withAnswer(AnswerFaults.LARGEST_ANSWER))
            .time(System::nanoTime, time -> {})
            .clock(Clock.fixed(Instant.parse("2031-03-01T09:15:00Z"), ZoneOffset.UTC))
            .random(new Random(1));
      }
    };
  }

  private static String row(Fault fault, Throwable failure, int requests, Duration late) {
    return String.join(
        " | ",
        "| " + fault.name(),
        fault.operation().name(),
        failure == null ? "success" : failure.getClass().getSimpleName(),
        String.valueOf(requests),
        (fault.limit() == Limit.NONE ? "-" : late.toMillis()) + " |");
  }

  /** The threads of transports that do not end either. */
  private static List<Thread> threadsSince(Set<Thread> before) throws InterruptedException {
    List<Thread> left = new ArrayList<>();
    for (Thread thread : threads()) {
      if (!before.contains(thread)) {
        thread.join(5_000);
        if (thread.isAlive()) {
          left.add(thread);
        }
      }
    }
    return left;
  }

  /**
   * The threads of transports. On JDK 17 the JDK's own selector thread is among them until it is
   * collected, so it is not counted there.
   */
  private static Set<Thread> threads() {
    boolean closable = Runtime.version().feature() >= 21;
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("casewright")
                    || closable && thread.getName().startsWith("HttpClient"))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
