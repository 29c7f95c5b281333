package dev.casewright.mockserver.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.Trace;
import dev.casewright.mockserver.route.Exchange;
import dev.casewright.openapi.Operation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why an answer was given, in ids, statuses and texts of our own. One is made for every answer, so
 * it only holds what was noted on the way; texts are made when somebody reads them. Immutable,
 * since nothing is noted any more of an answer that is given.
 */
public final class Explanation {

  /** The most characters of a header. */
  private static final int LONGEST = 4096;

  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** The lists that entries are dropped from if there is too much to tell, the first one first. */
  private static final List<String> DROPPABLE =
      List.of("deviations", "deviated", "state", "checks", "requirements", "switches");

  private final String operation;
  private final String space;
  private final int status;
  private final Grounds grounds;
  private final Trace trace;
  private final Collection<String> deviations;

  Explanation(
      Exchange exchange, MockAnswer answer, Grounds grounds, Collection<String> deviations) {
    this.operation = exchange.operation().map(Operation::id).orElse("none");
    this.space = exchange.space().name();
    this.status = answer.status();
    this.grounds = grounds;
    this.trace = answer.trace();
    this.deviations = deviations;
  }

  /**
   * The weakest evidence of what the answer rests on.
   *
   * @return the evidence; nothing if a fault made the answer
   */
  public Optional<String> evidence() {
    return sourced().map(found -> found.weakest().toString());
  }

  /**
   * The requirements that matter for the answer.
   *
   * @return their ids, each with its evidence, such as {@code OPAL-PDF-05 inferred}
   */
  public List<String> requirements() {
    return sourced().stream()
        .flatMap(found -> found.requirements().entrySet().stream())
        .map(requirement -> requirement.getKey() + " " + requirement.getValue())
        .toList();
  }

  /**
   * The day by which all of these were confirmed on a server of the vendor.
   *
   * @return the day; nothing if one never was
   */
  public Optional<LocalDate> confirmed() {
    return sourced().flatMap(Grounds::confirmed);
  }

  /**
   * Why the request was refused.
   *
   * @return what the client was told; nothing if it was granted, or refused by a fault
   */
  public Optional<String> reason() {
    return trace.reason();
  }

  /**
   * The state that decided. Where a deviation acted, it is what the mock would have answered by.
   *
   * @return texts such as {@code report 5001 APPROVED}
   */
  public List<String> state() {
    String before = deviated().isEmpty() ? "" : " (before deviations)";
    return Stream.concat(
            trace.states().stream(),
            trace.followsFrom("EMG-AUTH-12") ? Stream.of("token expired") : Stream.empty())
        .map(state -> state + before)
        .toList();
  }

  /**
   * What credentials, contract and the check of the answer found.
   *
   * @return texts such as {@code contract: query limit: value}
   */
  public List<String> checks() {
    return trace.checks().entrySet().stream()
        .flatMap(check -> check.getValue().stream().map(found -> check.getKey() + ": " + found))
        .toList();
  }

  /**
   * The switches that changed the answer.
   *
   * @return texts such as {@code opal-list-shape=array}
   */
  public List<String> switches() {
    return trace.switches().entrySet().stream()
        .map(turned -> turned.getKey() + "=" + turned.getValue())
        .toList();
  }

  /**
   * The faults that acted.
   *
   * @return their names
   */
  public List<String> faults() {
    return trace.faults();
  }

  /**
   * The deviations that were on.
   *
   * @return the ids of the requirements that they break, sorted
   */
  public List<String> deviations() {
    return deviations.stream().sorted().toList();
  }

  /**
   * The deviations that changed the answer, or made it.
   *
   * @return the ids of the requirements that they break, sorted
   */
  public List<String> deviated() {
    return trace.deviations().stream().sorted().distinct().toList();
  }

  /**
   * All of it.
   *
   * @return a new JSON object
   */
  public ObjectNode json() {
    ObjectNode told = Json.object();
    told.put("operation", operation);
    told.put("space", space);
    told.put("status", status);
    evidence()
        .ifPresent(
            weakest -> {
              told.put("evidence", weakest);
              told.put("confirmed", confirmed().map(LocalDate::toString).orElse("never"));
            });
    put(told, "requirements", requirements());
    put(told, "state", state());
    put(told, "checks", checks());
    put(told, "switches", switches());
    put(told, "faults", faults());
    put(told, "deviations", deviations());
    put(told, "deviated", deviated());
    return told;
  }

  /** All of it as one line for a header: ASCII, at most so long, with what was left out counted. */
  String header() {
    ObjectNode told = json();
    String text = written(told);
    int dropped = 0;
    for (String name : DROPPABLE) {
      ArrayNode list = told.withArray(name);
      while (text.length() > LONGEST && !list.isEmpty()) {
        list.remove(list.size() - 1);
        dropped++;
        told.put("dropped", dropped);
        text = written(told);
      }
    }
    return text;
  }

  private Optional<Grounds> sourced() {
    return trace.isMadeByFault() ? Optional.empty() : Optional.of(grounds);
  }

  private static void put(ObjectNode told, String name, List<String> texts) {
    ArrayNode list = told.putArray(name);
    texts.forEach(list::add);
  }

  private static String written(ObjectNode told) {
    try {
      return ASCII.writeValueAsString(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree cannot be written.", e);
    }
  }

  @Override
  public String toString() {
    return written(json());
  }
}
