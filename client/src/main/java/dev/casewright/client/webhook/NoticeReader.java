package dev.casewright.client.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casewright.client.json.WireJson;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in the body of a notice what is needed to read the case. Immutable and thread-safe. */
final class NoticeReader {
  /**
   * What may stand in a path as a name. Wider than the contract's names of cases, by which is
   * decided what is shown: a notice must not get lost over a name that the server knows.
   */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final int LONGEST_STATUS = 200;

  private final ObjectMapper mapper = WireJson.newMapper();
  private final JsonPointer caseName;
  private final Optional<JsonPointer> status;

  NoticeReader(JsonPointer caseName, Optional<JsonPointer> status) {
    this.caseName = caseName;
    this.status = status;
  }

  /** The body as JSON; empty if it is no object. */
  Optional<JsonNode> object(byte[] body) {
    try {
      return Optional.ofNullable(mapper.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException notJson) {
      // Its message may quote the body.
      return Optional.empty();
    }
  }

  Optional<String> caseName(JsonNode notice) {
    return text(notice, caseName).filter(name -> NAME.matcher(name).matches());
  }

  boolean tellsStatus() {
    return status.isPresent();
  }

  Optional<String> status(JsonNode notice) {
    return status
        .flatMap(pointer -> text(notice, pointer))
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_STATUS);
  }

  private static Optional<String> text(JsonNode notice, JsonPointer pointer) {
    return Optional.ofNullable(notice.at(pointer).textValue());
  }
}
