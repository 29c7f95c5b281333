package dev.casewright.client.fault;

import static dev.casewright.client.fault.Operation.DOWNLOAD;
import static dev.casewright.client.fault.Operation.LIST;
import static dev.casewright.client.fault.Operation.READ;
import static dev.casewright.client.fault.Operation.SECOND_READ;
import static dev.casewright.client.fault.Operation.WRITE;

import dev.casewright.client.error.DecodeException;
import dev.casewright.client.error.NotFoundException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Answers that come in time, and are not what the contract says. */
final class AnswerFaults {
  /** What a client of the table takes, in bytes. */
  static final long LARGEST_ANSWER = 100_000;

  private static final String WELL = Samples.report(5012, "CW-1");
  private static final String CANARY = "{\"description\": \"" + Samples.CANARY + "\"}";
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Map<String, String> GZIP =
      Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");

  private AnswerFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("HTML instead of JSON", READ)
            .by(Reply.of(200, Map.of("Content-Type", "text/html"), bytes("<html>Canary</html>")))
            .endsWith(DecodeException.class, "not well-formed JSON", "something in front of it")
            .after(1)
            .keepsItsConnection(),
        Fault.of("HTML instead of JSON", WRITE)
            .by(Reply.of(200, Map.of("Content-Type", "text/html"), bytes("<html>Canary</html>")))
            .endsWith(DecodeException.class, "not well-formed JSON", "look before")
            .after(1)
            .keepsItsConnection(),
        Fault.of("200 with an error body", READ)
            .by(Reply.json(200, CANARY))
            .endsWith(DecodeException.class, "required property /id is missing")
            .after(1)
            .keepsItsConnection(),
        Fault.of("200 without a body", READ)
            .by(Reply.json(200, ""))
            .endsWith(DecodeException.class, "empty")
            .after(1)
            .keepsItsConnection(),
        Fault.of("204 where an object is needed", READ)
            .by(Reply.raw("HTTP/1.1 204 No Content\r\n\r\n"))
            .endsWith(DecodeException.class, "empty")
            .after(1)
            .keepsItsConnection(),
        Fault.of("length too large", READ)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n" + WELL))
            .endsWith(TransportException.class, "connection broke")
            .after(1),
        Fault.of("length too small", READ)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + WELL))
            .endsWith(DecodeException.class, "not well-formed JSON")
            .after(1),
        Fault.of("length too small, and a false answer behind", SECOND_READ)
            .by(behind("HTTP/1.1 404 Canary\r\nContent-Length: 0\r\n\r\n"), Reply.json(200, WELL))
            .after(2)
            .keepsItsConnection(),
        Fault.of("length that is not a number", READ)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: Canary\r\n\r\n" + WELL))
            .endsWith(TransportException.class, "connection broke")
            .after(1),
        Fault.of("truncated JSON", READ)
            .by(Reply.json(200, WELL.substring(0, 80)))
            .endsWith(DecodeException.class, "not well-formed JSON")
            .after(1)
            .keepsItsConnection(),
        Fault.of("invalid UTF-8", READ)
            .by(
                Reply.of(
                    200,
                    JSON,
                    WELL.replace("CW-1", "Canary \u00ff").getBytes(StandardCharsets.ISO_8859_1)))
            .endsWith(DecodeException.class, "not UTF-8")
            .after(1)
            .keepsItsConnection(),
        Fault.of("deeply nested JSON", READ)
            .by(Reply.json(200, "{\"Canary\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}"))
            .endsWith(DecodeException.class, "nested deeper")
            .after(1)
            .keepsItsConnection(),
        Fault.of("number without end", READ)
            .by(Reply.json(200, "{\"Canary\": " + "9".repeat(20_000) + "}"))
            .endsWith(DecodeException.class, "number")
            .after(1)
            .keepsItsConnection(),
        Fault.of("oversized JSON, announced", READ)
            .by(Reply.json(200, oversized()))
            .endsWith(DecodeException.class, "larger than the 100000 bytes", "sizeLimits")
            .after(1),
        Fault.of("oversized JSON, announced", WRITE)
            .by(Reply.json(200, oversized()))
            .endsWith(DecodeException.class, "larger than the 100000 bytes", "look before")
            .after(1),
        Fault.of("oversized JSON, not announced", READ)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + oversized()))
            .endsWith(DecodeException.class, "larger than the 100000 bytes", "sizeLimits")
            .after(1),
        Fault.of("oversized error body", READ)
            .by(Reply.json(404, oversized()))
            .endsWith(NotFoundException.class, "HTTP 404")
            .after(1),
        Fault.of("gzip bomb", READ)
            .by(Reply.of(200, GZIP, bomb()))
            .endsWith(DecodeException.class, "compressed", "Content-Encoding")
            .after(1)
            .keepsItsConnection(),
        Fault.of("gzip bomb", WRITE)
            .by(Reply.of(200, GZIP, bomb()))
            .endsWith(DecodeException.class, "compressed", "look before")
            .after(1)
            .keepsItsConnection(),
        Fault.of("gzip bomb", DOWNLOAD)
            .by(Reply.of(200, GZIP, bomb()))
            .endsWith(DecodeException.class, "compressed", "Content-Encoding")
            .after(1)
            .keepsItsConnection(),
        Fault.of("gzip bomb with an error status", READ)
            .by(Reply.of(500, GZIP, bomb()))
            .endsWith(ServerException.class, "HTTP 500")
            .after(1)
            .keepsItsConnection(),
        Fault.of("duplicate page", LIST)
            .by(
                Reply.json(
                    200, "{\"objects\": [" + WELL + "," + Samples.report(2, "Canary") + "]}"))
            .endsWith(ServerException.class, "same page twice")
            .after(2)
            .keepsItsConnection(),
        Fault.of("page that breaks off", LIST)
            .by(
                Reply.json(200, "{\"objects\": [" + WELL + "]}"),
                Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n{\"objects\": [" + WELL))
            .endsWith(TransportException.class, "connection broke")
            .after(2));
  }

  /** A good answer, and something behind it that could be taken for the next. */
  private static Reply behind(String more) {
    return out -> {
      out.write(
          bytes("HTTP/1.1 200 OK\r\nContent-Length: " + WELL.length() + "\r\n\r\n" + WELL + more));
      return true;
    };
  }

  private static String oversized() {
    return "{\"Canary\": \"" + "x".repeat((int) (4 * LARGEST_ANSWER)) + "\"}";
  }

  /** Some 10 KB that would become 10 MB. */
  private static byte[] bomb() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[10_000_000]);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
