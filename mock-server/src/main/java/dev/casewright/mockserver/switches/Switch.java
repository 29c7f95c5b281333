package dev.casewright.mockserver.switches;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * One choice that the sources leave open.
 *
 * @param name its name, in lower-case words with hyphens
 * @param decides what it decides, as a question
 * @param values what it can be, the recommended reading first
 * @param evidence how surely the recommended reading is known
 * @param source where the sources disagree or are silent
 * @param requirements ids of the requirements that it touches; empty if the registers have none
 * @param mayBreak places of the contract that an answer need not fit under another value, such as
 *     {@code status} or {@code body}, with all that is below them
 * @param turn what happens under another value; nothing if handlers decide
 */
public record Switch(
    String name,
    String decides,
    List<String> values,
    Evidence evidence,
    String source,
    List<String> requirements,
    List<String> mayBreak,
    Optional<Turn> turn) {

  /** Copies the lists. */
  public Switch {
    values = List.copyOf(values);
    requirements = List.copyOf(requirements);
    mayBreak = List.copyOf(mayBreak);
  }

  static Switch of(String name, String decides, String... values) {
    return new Switch(
        name,
        decides,
        List.of(values),
        Evidence.INFERRED,
        "",
        List.of(),
        List.of(),
        Optional.empty());
  }

  Switch known(Evidence how, String where, String... ids) {
    return new Switch(name, decides, values, how, where, List.of(ids), mayBreak, turn);
  }

  Switch breaking(String... places) {
    return new Switch(name, decides, values, evidence, source, requirements, List.of(places), turn);
  }

  Switch turning(Turn how) {
    return new Switch(
        name, decides, values, evidence, source, requirements, mayBreak, Optional.of(how));
  }

  /**
   * The value that it has unless turned.
   *
   * @return the recommended reading
   */
  public String usual() {
    return values.get(0);
  }

  @Override
  public String toString() {
    return name;
  }

  /** What a switch does. Must be safe to be called by many threads at once. */
  @FunctionalInterface
  public interface Turn {

    /**
     * Answers a request as a server would that was built after another reading.
     *
     * @param call the request, and the rest of the way
     * @param value the value that the switch was turned to
     * @return the answer; what {@link TurnedCall#usual()} gave where the switch does not apply
     */
    MockAnswer answer(TurnedCall call, String value);
  }
}
