package dev.casewright.mockserver.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a body through once before a tree is made of it, and finds what would make that tree too
 * large. What is not JSON at all is left to the contract. Thread-safe.
 */
final class JsonLimits {

  private final StreamReadConstraints constraints;
  private final JsonFactory json;

  JsonLimits(Limits limits) {
    this.constraints = new Constraints(limits);
    this.json = JsonFactory.builder().streamReadConstraints(constraints).build();
  }

  /**
   * The limit that a body goes beyond.
   *
   * @param body the bytes of the body
   * @return what is too much and what to do; nothing if all is within the limits
   */
  Optional<String> violation(byte[] body) {
    if (body.length == 0) {
      return Optional.empty();
    }
    try (JsonParser parser = json.createParser(body)) {
      while (parser.nextToken() != null) {
        // Texts are read lazily, and short ones are not checked: asking for the length reads them.
        int length = parser.getTextLength();
        switch (parser.currentToken()) {
          case VALUE_STRING -> constraints.validateStringLength(length);
          case FIELD_NAME -> constraints.validateNameLength(length);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> constraints.validateIntegerLength(length);
          default -> {}
        }
      }
      return Optional.empty();
    } catch (Exceeded exceeded) {
      return Optional.of(exceeded.getOriginalMessage());
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static final class Exceeded extends StreamConstraintsException {

    private static final long serialVersionUID = 1L;

    Exceeded(String what, long limit, String unit, String option) {
      super("The JSON body " + what + limit + unit + ". Send less, or raise " + option + ".");
    }
  }

  /** Jackson's own checks, with texts of ours. */
  private static final class Constraints extends StreamReadConstraints {

    private static final long serialVersionUID = 1L;

    Constraints(Limits limits) {
      super(
          limits.number(Limit.JSON_DEPTH),
          DEFAULT_MAX_DOC_LEN,
          limits.number(Limit.JSON_DIGITS),
          limits.number(Limit.JSON_TEXT),
          limits.number(Limit.JSON_TEXT),
          limits.number(Limit.JSON_TOKENS));
    }

    @Override
    public void validateNestingDepth(int depth) throws StreamConstraintsException {
      if (depth > getMaxNestingDepth()) {
        throw new Exceeded(
            "is nested deeper than ", getMaxNestingDepth(), " levels", Limit.JSON_DEPTH.option());
      }
    }

    @Override
    public void validateFPLength(int length) throws StreamConstraintsException {
      validateIntegerLength(length);
    }

    @Override
    public void validateIntegerLength(int length) throws StreamConstraintsException {
      if (length > getMaxNumberLength()) {
        throw new Exceeded(
            "has a number of more than ",
            getMaxNumberLength(),
            " characters",
            Limit.JSON_DIGITS.option());
      }
    }

    @Override
    public void validateStringLength(int length) throws StreamConstraintsException {
      if (length > getMaxStringLength()) {
        throw new Exceeded(
            "has a text of more than ",
            getMaxStringLength(),
            " characters",
            Limit.JSON_TEXT.option());
      }
    }

    @Override
    public void validateNameLength(int length) throws StreamConstraintsException {
      if (length > getMaxStringLength()) {
        throw new Exceeded(
            "has a name of more than ",
            getMaxStringLength(),
            " characters",
            Limit.JSON_TEXT.option());
      }
    }

    @Override
    public void validateTokenCount(long count) throws StreamConstraintsException {
      if (count > getMaxTokenCount()) {
        throw new Exceeded(
            "has more than ",
            getMaxTokenCount(),
            " values, names and brackets",
            Limit.JSON_TOKENS.option());
      }
    }
  }
}
