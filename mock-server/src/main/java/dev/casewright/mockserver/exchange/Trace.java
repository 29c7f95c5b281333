package dev.casewright.mockserver.exchange;

import dev.casewright.openapi.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Why a request got the answer that it got: what was checked on its way, which state decided, and
 * which requirements the answer follows from. Each answer of the mock has its own, since a
 * deviation or a switch may look at more than one before it gives one.
 *
 * <p>Only ids, statuses, numbers, names of cases and texts of our own may be noted, never anything
 * else from a request, a report or a case. Thread-safe.
 */
public final class Trace {

  private final Set<String> requirements = new LinkedHashSet<>();
  private final List<Supplier<String>> states = new ArrayList<>();
  private final Map<String, List<String>> checks = new LinkedHashMap<>();
  private final Map<String, String> switches = new LinkedHashMap<>();
  private Evidence weakest = Evidence.DOCUMENTED;
  private final List<String> faults = new ArrayList<>();
  private final List<String> deviations = new ArrayList<>();
  private boolean madeByFault;
  private Optional<String> reason = Optional.empty();
  private boolean refused;
  private boolean invalid;

  /** An empty trace. */
  public Trace() {}

  /**
   * Notes requirements that the answer follows from.
   *
   * @param ids their ids
   */
  public synchronized void follows(String... ids) {
    requirements.addAll(List.of(ids));
  }

  /**
   * Notes that the request was refused.
   *
   * @param ids the ids of the requirements that the refusal follows from
   */
  public synchronized void refusedBy(Collection<String> ids) {
    refused = true;
    requirements.addAll(ids);
  }

  /**
   * Notes why the request was refused.
   *
   * @param text what the client is told, without any value from the request
   */
  public synchronized void because(String text) {
    reason = Optional.of(text);
  }

  /**
   * Why the request was refused.
   *
   * @return what the client was told; nothing if that was not noted
   */
  public synchronized Optional<String> reason() {
    return reason;
  }

  /**
   * Notes state that decided.
   *
   * @param state makes the text, such as {@code report 5001 APPROVED}, when somebody reads it,
   *     which may be much later: it must hold the numbers, names and statuses that it tells as they
   *     are now, and nothing larger
   */
  public synchronized void state(Supplier<String> state) {
    states.add(state);
  }

  /**
   * Notes what a check found.
   *
   * @param check the name of the check
   * @param findings what it found, as texts of our own
   */
  public synchronized void check(String check, List<String> findings) {
    checks.put(check, List.copyOf(findings));
  }

  /**
   * Notes what the check of the request against the contract found.
   *
   * @param violations what the request breaks, by place and kind; empty if it fits
   */
  public synchronized void contract(List<String> violations) {
    invalid = !violations.isEmpty();
    check("contract", invalid ? violations : List.of("ok"));
  }

  /**
   * Notes that the answer is another one since a switch was turned.
   *
   * @param name the name of the switch
   * @param value the value that it was turned to
   * @param evidence how surely the value that it has unless turned is known
   * @param ids the ids of the requirements that it touches
   */
  public synchronized void turned(
      String name, String value, Evidence evidence, Collection<String> ids) {
    switches.put(name, value);
    requirements.addAll(ids);
    Evidence ours = evidence.isOurReading() ? evidence : Evidence.INFERRED;
    weakest = ours.compareTo(weakest) > 0 ? ours : weakest;
  }

  /**
   * Notes that a fault acted.
   *
   * @param name the name of the fault
   * @param made whether it made the answer in place of the mock
   */
  public synchronized void fault(String name, boolean made) {
    faults.add(name);
    madeByFault |= made;
  }

  /**
   * The faults that acted.
   *
   * @return their names
   */
  public synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * Notes that a deviation changed the answer, or made it.
   *
   * @param requirement the id of the requirement that it breaks
   */
  public synchronized void deviated(String requirement) {
    deviations.add(requirement);
  }

  /**
   * The deviations that changed the answer, or made it.
   *
   * @return the ids of the requirements that they break
   */
  public synchronized List<String> deviations() {
    return List.copyOf(deviations);
  }

  /**
   * Whether a fault made the answer in place of the mock, so that it rests on nothing.
   *
   * @return true if one did
   */
  public synchronized boolean isMadeByFault() {
    return madeByFault;
  }

  /**
   * Whether the request was refused before or by its handler.
   *
   * @return true if it was
   */
  public synchronized boolean isRefused() {
    return refused;
  }

  /**
   * Whether the request breaks the contract.
   *
   * @return true if it does
   */
  public synchronized boolean isInvalid() {
    return invalid;
  }

  /**
   * Whether the answer follows from a requirement.
   *
   * @param id the id of the requirement
   * @return true if that was noted
   */
  public synchronized boolean followsFrom(String id) {
    return requirements.contains(id);
  }

  /**
   * The requirements that were noted.
   *
   * @return their ids, in the order noted
   */
  public synchronized Set<String> requirements() {
    return new LinkedHashSet<>(requirements);
  }

  /**
   * The state that was noted.
   *
   * @return the texts, in the order noted
   */
  public synchronized List<String> states() {
    return states.stream().map(Supplier::get).toList();
  }

  /**
   * What the checks found.
   *
   * @return the findings by check, in the order noted
   */
  public synchronized Map<String, List<String>> checks() {
    return new LinkedHashMap<>(checks);
  }

  /**
   * The switches that made the answer another one.
   *
   * @return their values by name
   */
  public synchronized Map<String, String> switches() {
    return new LinkedHashMap<>(switches);
  }

  /**
   * The weakest evidence among the switches that were noted.
   *
   * @return documented if none was
   */
  public synchronized Evidence weakest() {
    return weakest;
  }
}
