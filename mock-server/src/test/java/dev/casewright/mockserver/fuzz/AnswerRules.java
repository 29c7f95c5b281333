package dev.casewright.mockserver.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every answer to a bad request keeps. */
final class AnswerRules {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})[ \\r]");
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat |Exception|org\\.eclipse|com\\.github|com\\.fasterxml|dev\\.casewright|java\\.(lang|util|io)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswerRules() {}

  /** What is wrong with what came back; nothing if all is well. */
  static Optional<String> broken(String answer) {
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Matcher start = STATUS.matcher(answer);
    if (!start.lookingAt()) {
      return Optional.of("not an answer");
    }
    int status = Integer.parseInt(start.group(1));
    // 505 is the status of HTTP itself for a version that a server does not speak.
    if (status >= 500 && status != 505) {
      return Optional.of("status " + status);
    }
    if (INSIDE.matcher(answer).find()) {
      return Optional.of("tells of the inside");
    }
    int end = answer.indexOf("\r\n\r\n");
    String body = end < 0 ? "" : answer.substring(end + 4);
    boolean one = !body.contains("HTTP/1.1 ");
    return status >= 400 && one && !isError(body)
        ? Optional.of("error " + status + " not in the vendor's shape")
        : Optional.empty();
  }

  private static boolean isError(String body) {
    try {
      JsonNode error = JSON.readTree(body);
      return error.path("description").isTextual() || error.path("message").isTextual();
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }
}
