package dev.casewright.client.fault;

import static dev.casewright.client.fault.Operation.DOWNLOAD;
import static dev.casewright.client.fault.Operation.REPORT;
import static dev.casewright.client.fault.Operation.REPORT_AS_JSON;

import dev.casewright.client.error.DecodeException;
import dev.casewright.client.fixture.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers that come in place of a report, and must not be stored as one. */
final class ReportFaults {
  private static final String PAGE = "<html>Canary</html>";
  private static final String WORDS = "{\"message\": \"Canary\"}";

  private ReportFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("HTML instead of a PDF", REPORT)
            .by(answer(200, "text/html", PAGE))
            .endsWith(DecodeException.class, "%PDF-")
            .after(1)
            .keepsItsConnection(),
        Fault.of("JSON instead of a PDF", REPORT)
            .by(answer(200, "application/json", WORDS))
            .endsWith(DecodeException.class, "%PDF-")
            .after(1)
            .keepsItsConnection(),
        Fault.of("200 without a body", REPORT)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
            .endsWith(DecodeException.class, "%PDF-")
            .after(1)
            .keepsItsConnection(),
        Fault.of("HTML instead of JSON", REPORT_AS_JSON)
            .by(answer(200, "text/html", PAGE))
            .endsWith(DecodeException.class, "application/pdf or application/json")
            .after(1)
            .keepsItsConnection(),
        Fault.of("HTML that is called JSON", REPORT_AS_JSON)
            .by(answer(200, "application/json", PAGE))
            .endsWith(DecodeException.class, "begin with { or [")
            .after(1)
            .keepsItsConnection(),
        Fault.of("JSON that was cut off", REPORT_AS_JSON)
            .by(answer(200, "application/json", "{\"Canary\": "))
            .endsWith(DecodeException.class, "end with }")
            .after(1)
            .keepsItsConnection(),
        Fault.of("empty JSON", REPORT_AS_JSON)
            .by(answer(200, "application/json", " \n"))
            .endsWith(DecodeException.class, "empty")
            .after(1)
            .keepsItsConnection(),
        Fault.of("200 without a body", REPORT_AS_JSON)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
            .endsWith(DecodeException.class, "application/pdf or application/json")
            .after(1)
            .keepsItsConnection(),
        Fault.of("202 instead of a report", REPORT_AS_JSON)
            .by(answer(202, "application/json", WORDS))
            .endsWith(DecodeException.class, "HTTP 202", "status 200")
            .after(1)
            .keepsItsConnection(),
        Fault.of("204 instead of a report", REPORT_AS_JSON)
            .by(Reply.raw("HTTP/1.1 204 No Content\r\n\r\n"))
            .endsWith(DecodeException.class, "HTTP 204", "status 200")
            .after(1)
            .keepsItsConnection(),
        Fault.of("206 instead of a PDF", DOWNLOAD)
            .by(answer(206, "application/pdf", "%PDF-1.7\nCanary\n%%EOF"))
            .endsWith(DecodeException.class, "HTTP 206", "status 200")
            .after(1)
            .keepsItsConnection());
  }

  private static Reply answer(int status, String type, String body) {
    return Reply.of(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
  }
}
