package dev.casewright.mockserver.space;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.RunningMock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the two APIs tell of a space at one moment: all lists, and one whole case of each status.
 */
record Observed(Map<String, JsonNode> answers) {

  private static final List<String> STATUSES =
      List.of("uploading", "in_progress", "delivered", "finalized", "move_to_trash");

  static Observed of(RunningMock mock) {
    MockSpace space = mock.space();
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    answers.put("reports", mock.opal("/reports").json());
    answers.put("cases", mock.emedgene("/api/test").json());
    answers.put("samples", mock.emedgene("/api/sample?query=").json());
    for (String status : STATUSES) {
      String name = space.caseNames(status).get(0);
      for (String path : new String[] {"/api/test/" + name, "/api/test/" + name + "/info"}) {
        answers.put(path, mock.emedgene(path).json());
      }
    }
    return new Observed(answers);
  }
}
