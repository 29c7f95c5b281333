package dev.casewright.conformance.any;

import dev.casewright.conformance.target.Answer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import dev.casewright.openapi.Parameter;
import dev.casewright.openapi.check.AnswerParts;
import dev.casewright.openapi.check.ContractCheck;
import dev.casewright.openapi.check.RequestParts;
import dev.casewright.openapi.check.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Holds answers and values against the contract of one API. Thread-safe. */
public final class Fit {

  private static final List<String> CANDIDATES =
      List.of("abc", "1.5", "1x", "0", "-1", "maybe", "NOT A VALUE", "yesterday");

  private final Api api;
  private final ContractCheck check;

  /**
   * The contract of an API.
   *
   * @param api the API
   */
  public Fit(Api api) {
    this.api = api;
    this.check = new ContractCheck(Contract.of(api));
  }

  /**
   * What an answer breaks, in whichever of the forms it comes that the sources leave open.
   *
   * @param operation the operation that was asked
   * @param answer the answer
   * @return rules in the words of the contract, never a value; empty if it fits
   */
  public List<String> violations(Operation operation, Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>();
    answer.headers().map().forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all));
    byte[] body = OpenForms.inFormOfTheContract(api, operation, answer);
    return check.answer(operation, new AnswerParts(answer.status(), headers, body)).stream()
        .map(Violation::toString)
        .toList();
  }

  /**
   * Values that the schema of a parameter does not allow: wrong types, and out of range.
   *
   * @param operation the operation
   * @param place where its parameters are sent
   * @return each parameter with a value; empty if its parameters may hold anything
   */
  public List<WrongValue> wrongValues(Operation operation, Parameter.Place place) {
    return operation.parameters(place).stream()
        .flatMap(
            parameter -> CANDIDATES.stream().map(text -> new WrongValue(parameter.name(), text)))
        .filter(value -> isRefused(operation, place, value))
        .toList();
  }

  /**
   * One such value for each parameter that has any.
   *
   * @param operation the operation
   * @param place where its parameters are sent
   * @return one value for each of these parameters
   */
  public List<WrongValue> oneWrongValueEach(Operation operation, Parameter.Place place) {
    Map<String, WrongValue> first = new LinkedHashMap<>();
    wrongValues(operation, place).forEach(value -> first.putIfAbsent(value.parameter(), value));
    return List.copyOf(first.values());
  }

  private boolean isRefused(Operation operation, Parameter.Place place, WrongValue value) {
    Map<String, String> path =
        place == Parameter.Place.PATH ? Map.of(value.parameter(), value.text()) : Map.of();
    Map<String, List<String>> query =
        place == Parameter.Place.QUERY
            ? Map.of(value.parameter(), List.of(value.text()))
            : Map.of();
    String where = place + " " + value.parameter();
    return check.request(operation, new RequestParts(path, query, Map.of(), new byte[0])).stream()
        .anyMatch(violation -> violation.place().equals(where));
  }

  /**
   * A value that is not allowed.
   *
   * @param parameter the name of the parameter
   * @param text the value
   */
  public record WrongValue(String parameter, String text) {}
}
