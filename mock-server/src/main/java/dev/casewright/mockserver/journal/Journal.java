package dev.casewright.mockserver.journal;

import dev.casewright.mockserver.evidence.Explainer;
import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.route.Detour;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Gives each request an id, which its answer tells in {@code X-Mock-Request-Id}, and keeps the last
 * exchanges of each space with what explains them. Every request passes here, so only references
 * are kept; texts are made when somebody reads. Where a method takes a space, nothing stands for
 * all of them. Thread-safe.
 */
public final class Journal implements Detour {

  private static final String HEADER = "X-Mock-Request-Id";
  private static final String ZEROS = "000000";

  /** Whatever else a client puts there is its own text, and is not kept. */
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private static final Comparator<JournalEntry> NEWEST_FIRST =
      Comparator.<JournalEntry>comparingInt(entry -> entry.id().length())
          .thenComparing(JournalEntry::id)
          .reversed();

  private final Explainer explainer;
  private final Map<Api, Contract> contracts;
  private final int most;
  private final LongSupplier nanoseconds;
  private final List<Consumer<JournalEntry>> listeners;
  private final AtomicLong requests = new AtomicLong();
  private final Map<String, Ring> rings = new ConcurrentHashMap<>();

  /**
   * An empty journal.
   *
   * @param explainer explains answers
   * @param contracts know what requests at the redirecting port are for
   * @param most how many exchanges of a space are kept, more than 0
   * @param nanoseconds measures how long a request takes
   * @param listeners are told of each exchange, before its answer goes out, by the thread that made
   *     it; must not block or throw
   */
  public Journal(
      Explainer explainer,
      Map<Api, Contract> contracts,
      int most,
      LongSupplier nanoseconds,
      Collection<Consumer<JournalEntry>> listeners) {
    this.explainer = explainer;
    this.contracts = Map.copyOf(contracts);
    this.most = most;
    this.nanoseconds = nanoseconds;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public MockAnswer answer(Exchange exchange, Function<MockRequest, MockAnswer> rest) {
    String id = idOf(requests.incrementAndGet());
    // What ends after a reset of the space belongs to what was before it.
    Ring ring = ringOf(exchange.space().name());
    Instant time = exchange.space().clock().instant();
    long start = nanoseconds.getAsLong();
    Explainer.Explained explained = explainer.explain(exchange, rest);
    long took = nanoseconds.getAsLong() - start;
    MockAnswer answer = explained.answer();
    Optional<Operation> operation = operationOf(exchange);
    JournalEntry entry =
        new JournalEntry(
            id,
            exchange.space().name(),
            time,
            METHODS.contains(exchange.request().method()) ? exchange.request().method() : "other",
            operation.map(Operation::id),
            operation.map(called -> called.path().toString()),
            answer.status(),
            Duration.ofNanos(took),
            exchange.request().body().length,
            answer.body().length,
            Verdict.on(exchange, answer),
            explained.explanation());
    ring.add(entry);
    for (Consumer<JournalEntry> listener : listeners) {
      listener.accept(entry);
    }
    return answer.withHeader(HEADER, id);
  }

  /**
   * The exchanges that are kept.
   *
   * @param space the name of the space
   * @return the exchanges, the latest request first
   */
  public List<JournalEntry> entries(Optional<String> space) {
    return stream(space).sorted(NEWEST_FIRST).toList();
  }

  /**
   * One exchange.
   *
   * @param space the name of the space
   * @param id the id of the request
   * @return the exchange; nothing if there was none or it is not kept any more
   */
  public Optional<JournalEntry> find(Optional<String> space, String id) {
    return stream(space).filter(entry -> entry.id().equals(id)).findFirst();
  }

  /**
   * Forgets all exchanges.
   *
   * @param space the name of the space
   */
  public void clear(Optional<String> space) {
    space.ifPresentOrElse(rings::remove, rings::clear);
  }

  private Stream<JournalEntry> stream(Optional<String> space) {
    return space
        .map(name -> Stream.ofNullable(rings.get(name)))
        .orElseGet(() -> rings.values().stream())
        .flatMap(ring -> ring.entries().stream());
  }

  private Ring ringOf(String space) {
    Ring ring = rings.get(space);
    return ring != null ? ring : rings.computeIfAbsent(space, name -> new Ring(most));
  }

  private Optional<Operation> operationOf(Exchange exchange) {
    return exchange.request().entrance() == Entrance.REDIRECT
        ? contracts.get(exchange.api()).find(exchange.request().method(), exchange.request().path())
        : exchange.operation();
  }

  private static String idOf(long number) {
    String digits = Long.toString(number);
    return "r-" + ZEROS.substring(Math.min(digits.length(), ZEROS.length())) + digits;
  }
}
