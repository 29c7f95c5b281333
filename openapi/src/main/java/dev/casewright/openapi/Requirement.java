package dev.casewright.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One testable sentence of the contract about what a server does.
 *
 * @param id the id that tests, pacts and the documents refer to, such as {@code OPAL-PDF-02}
 * @param sentence the sentence
 * @param source the document and section that it comes from
 * @param evidence how surely it is known
 * @param operations ids of the operations it is about; a single {@code *} means all of the API
 * @param effect what checking it does to a server
 * @param follows ids of other requirements that necessarily break with this one
 * @param untestable why no test against a server can show it; null if one can
 */
public record Requirement(
    String id,
    String sentence,
    String source,
    Evidence evidence,
    @JsonProperty("operation") List<String> operations,
    Effect effect,
    List<String> follows,
    String untestable) {

  /** Reads an entry of a register; {@code operation} may be one id or a list. */
  @JsonCreator
  public Requirement(
      @JsonProperty("id") String id,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("source") String source,
      @JsonProperty("evidence") Evidence evidence,
      @JsonProperty("operation") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<String> operations,
      @JsonProperty("effect") Effect effect,
      @JsonProperty("follows") List<String> follows,
      @JsonProperty("untestable") String untestable) {
    this.id = Objects.requireNonNull(id, "A register entry has no id.");
    this.sentence = required(sentence, id, "sentence");
    this.source = required(source, id, "source");
    this.evidence = required(evidence, id, "evidence");
    this.operations = List.copyOf(required(operations, id, "operation"));
    this.effect = required(effect, id, "effect");
    this.follows = follows == null ? List.of() : List.copyOf(follows);
    this.untestable = untestable;
  }

  /**
   * Why no test against a server can show it.
   *
   * @return the reason, or nothing if the requirement is testable
   */
  public Optional<String> reasonUntestable() {
    return Optional.ofNullable(untestable);
  }

  private static <T> T required(T value, String id, String field) {
    return Objects.requireNonNull(value, () -> "Requirement " + id + " has no " + field + ".");
  }
}
