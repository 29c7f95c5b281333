package dev.casewright.mockserver.webhook;

import dev.casewright.mockserver.space.CaseMove;
import dev.casewright.mockserver.space.Space;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The targets of one space and what was or will be sent to them. For each target and case there is
 * a lane, in which one notice waits for the one before. Thread-safe.
 */
final class Mailbox {

  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8));
  private static final int GOOD = 200;
  private static final int NOT_GOOD_ANY_MORE = 300;

  private final Space space;
  private final int limit;
  private final Map<String, WebhookTarget> targets = new LinkedHashMap<>();
  private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
  private final Map<Lane, Deque<String>> lanes = new LinkedHashMap<>();
  private long dropped;

  /** Of which target and case notices stay in order. */
  record Lane(String target, String caseName) {}

  /** What is to be sent now, and where to. */
  record Turn(Delivery delivery, WebhookTarget target) {}

  /** Keeps at most so many deliveries. */
  Mailbox(Space space, int limit) {
    this.space = space;
    this.limit = limit;
  }

  Space space() {
    return space;
  }

  /** How many notices were not kept because too many were waiting. */
  synchronized long dropped() {
    return dropped;
  }

  synchronized List<WebhookTarget> targets() {
    return List.copyOf(targets.values());
  }

  synchronized List<Delivery> deliveries() {
    return new ArrayList<>(deliveries.values());
  }

  synchronized Optional<Delivery> delivery(String id) {
    return Optional.ofNullable(deliveries.get(id));
  }

  synchronized void add(WebhookTarget target) {
    targets.put(target.id(), target);
  }

  /** Takes a target away, with all that waits for it. */
  synchronized boolean remove(String target) {
    boolean was = targets.remove(target) != null;
    lanes.keySet().removeIf(lane -> lane.target().equals(target));
    deliveries.replaceAll(
        (id, delivery) ->
            delivery.isPending() && delivery.target().equals(target)
                ? ended(delivery, Delivery.Outcome.GIVEN_UP)
                : delivery);
    return was;
  }

  /**
   * Puts a notice into its lane.
   *
   * @return the lane, if the notice is the first in it
   */
  synchronized Optional<Lane> add(String id, WebhookTarget target, CaseMove move) {
    if (deliveries.size() >= limit && !forgotOldest()) {
      dropped++;
      return Optional.empty();
    }
    return enqueue(Delivery.begin(id, target.id(), move));
  }

  /**
   * Begins a delivery that was finished anew, behind what waits already.
   *
   * @return its lane, if it is the first in it
   * @throws IllegalStateException if it is pending or its target was removed
   */
  synchronized Optional<Lane> replay(String id) {
    Delivery finished = deliveries.get(id);
    if (finished.isPending()) {
      throw new IllegalStateException(
          "Delivery " + id + " is still being sent. Wait until it is finished.");
    }
    if (!targets.containsKey(finished.target())) {
      throw new IllegalStateException(
          "The target of delivery " + id + " was removed, so it cannot be sent again.");
    }
    return enqueue(finished.again());
  }

  private Optional<Lane> enqueue(Delivery delivery) {
    deliveries.put(delivery.id(), delivery);
    Lane lane = new Lane(delivery.target(), delivery.move().caseName());
    Deque<String> waiting = lanes.computeIfAbsent(lane, key -> new ArrayDeque<>());
    waiting.add(delivery.id());
    return waiting.size() == 1 ? Optional.of(lane) : Optional.empty();
  }

  private boolean forgotOldest() {
    Optional<String> oldest =
        deliveries.values().stream()
            .filter(delivery -> !delivery.isPending())
            .map(Delivery::id)
            .findFirst();
    oldest.ifPresent(deliveries::remove);
    return oldest.isPresent();
  }

  /** What is to be sent now in a lane; nothing if its target was removed. */
  synchronized Optional<Turn> turn(Lane lane) {
    return Optional.ofNullable(lanes.get(lane))
        .map(waiting -> new Turn(deliveries.get(waiting.element()), targets.get(lane.target())));
  }

  /**
   * Notes how the first delivery of a lane was answered.
   *
   * @param sent the delivery as it was before it was sent
   * @param answer the status code that came back, if any
   * @return after which time the next notice of the lane is to be sent; nothing if there is none
   */
  synchronized Optional<Duration> answered(Lane lane, Delivery sent, Optional<Integer> answer) {
    // The target may have been removed while the notice was on its way.
    if (turn(lane).map(Turn::delivery).filter(sent::equals).isEmpty()) {
      return Optional.empty();
    }
    Delivery tried = sent.tried(answer);
    boolean good = answer.filter(code -> code >= GOOD && code < NOT_GOOD_ANY_MORE).isPresent();
    if (!good && tried.attempts() <= PAUSES.size()) {
      deliveries.put(tried.id(), tried);
      return Optional.of(PAUSES.get(tried.attempts() - 1));
    }
    if (!good) {
      LOG.warn("Delivery {} was given up after {} attempts.", tried.id(), tried.attempts());
    }
    deliveries.put(
        tried.id(), ended(tried, good ? Delivery.Outcome.DELIVERED : Delivery.Outcome.GIVEN_UP));
    Deque<String> waiting = lanes.get(lane);
    waiting.remove();
    if (waiting.isEmpty()) {
      lanes.remove(lane);
      return Optional.empty();
    }
    return Optional.of(Duration.ZERO);
  }

  private Delivery ended(Delivery delivery, Delivery.Outcome outcome) {
    return delivery.ended(outcome, space.clock().instant());
  }
}
