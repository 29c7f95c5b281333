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

/** Why an answer was given, as one line of JSON for a header: ASCII, 4096 characters at most. */
final class Explanation {

  private static final int LONGEST = 4096;
  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ObjectNode told = Json.object();

  /** The lists that entries are dropped from if there is too much to tell, the first one first. */
  private final List<ArrayNode> droppable;

  Explanation(
      Exchange exchange, MockAnswer answer, Grounds grounds, Collection<String> deviations) {
    Trace trace = answer.trace();
    told.put("operation", exchange.operation().map(Operation::id).orElse("none"));
    told.put("space", exchange.space().name());
    told.put("status", answer.status());
    ArrayNode requirements = Json.array();
    if (!trace.isMadeByFault()) {
      told.put("evidence", grounds.weakest().toString());
      grounds.requirements().forEach((id, how) -> requirements.add(id + " " + how));
      told.put("confirmed", grounds.confirmed().map(LocalDate::toString).orElse("never"));
    }
    told.set("requirements", requirements);
    ArrayNode states = told.putArray("state");
    trace.states().forEach(states::add);
    if (trace.followsFrom("EMG-AUTH-12")) {
      states.add("token expired");
    }
    ArrayNode checks = told.putArray("checks");
    trace.checks().forEach((check, found) -> found.forEach(one -> checks.add(check + ": " + one)));
    ArrayNode switches = told.putArray("switches");
    trace.switches().forEach((name, value) -> switches.add(name + "=" + value));
    ArrayNode faults = told.putArray("faults");
    trace.faults().forEach(faults::add);
    ArrayNode broken = told.putArray("deviations");
    deviations.stream().sorted().forEach(broken::add);
    this.droppable = List.of(broken, states, checks, requirements, switches);
  }

  String header() {
    String text = written();
    int dropped = 0;
    for (ArrayNode list : droppable) {
      while (text.length() > LONGEST && !list.isEmpty()) {
        list.remove(list.size() - 1);
        dropped++;
        told.put("dropped", dropped);
        text = written();
      }
    }
    return text;
  }

  private String written() {
    try {
      return ASCII.writeValueAsString(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree cannot be written.", e);
    }
  }
}
