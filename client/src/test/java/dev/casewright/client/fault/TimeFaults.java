package dev.casewright.client.fault;

import static dev.casewright.client.fault.Operation.DOWNLOAD;
import static dev.casewright.client.fault.Operation.READ;
import static dev.casewright.client.fault.Operation.WRITE;

import dev.casewright.client.error.DeadlineException;
import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Reply;
import java.util.List;

/** Servers that take their time. */
final class TimeFaults {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
  private static final String ERROR =
      "HTTP/1.1 500 Broken\r\nContent-Length: 100000\r\n\r\nCanary Patientdata";

  private TimeFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("stalled TLS handshake", READ)
            .at(Place.MUTE)
            .runsInto(Limit.RESPONSE)
            .endsWith(DeadlineException.class, "no answer began within 100 ms"),
        Fault.of("stalled TLS handshake", WRITE)
            .at(Place.MUTE)
            .runsInto(Limit.RESPONSE)
            .endsWith(OutcomeUnknownException.class, "no answer began within 100 ms"),
        Fault.of("stalled TLS handshake, little time for connecting", READ)
            .at(Place.MUTE)
            .runsInto(Limit.CONNECT)
            .endsWith(TransportException.class, "no connection within the time for connecting"),
        Fault.of("stalled TLS handshake, little time for connecting", WRITE)
            .at(Place.MUTE)
            .runsInto(Limit.CONNECT)
            .endsWith(TransportException.class, "no connection within the time for connecting"),
        Fault.of("stalled head", READ)
            .by(Reply.held("HTTP/1.1 200 OK\r\nX-Name: Canary"))
            .runsInto(Limit.RESPONSE)
            .endsWith(DeadlineException.class, "no answer began within 100 ms", "more time")
            .after(1),
        Fault.of("stalled head", WRITE)
            .by(Reply.held(""))
            .runsInto(Limit.RESPONSE)
            .endsWith(OutcomeUnknownException.class, "no answer began within 100 ms", "look before")
            .after(1),
        Fault.of("stalled head, no time left for more", READ)
            .by(Reply.held(""))
            .runsInto(Limit.TOTAL)
            .endsWith(DeadlineException.class, "no whole answer within 200 ms")
            .after(1),
        Fault.of("head without end", READ)
            .by(Reply.dripping("HTTP/1.1 200 OK\r\n", "X-Name: Canary\r\n"))
            .runsInto(Limit.RESPONSE)
            .endsWith(DeadlineException.class, "no answer began within 100 ms")
            .after(1),
        Fault.of("stalled body", READ)
            .by(Reply.held(HEAD + "{\"id\": \"Canary"))
            .runsInto(Limit.IDLE)
            .endsWith(DeadlineException.class, "nothing more of the answer came within 100 ms")
            .after(1),
        Fault.of("stalled body", WRITE)
            .by(Reply.held(HEAD + "{\"id\": \"Canary"))
            .runsInto(Limit.IDLE)
            .endsWith(DeadlineException.class, "nothing more of the answer", "look before")
            .after(1),
        Fault.of("stalled body", DOWNLOAD)
            .by(Reply.held(HEAD + "%PDF-1.7 Canary"))
            .runsInto(Limit.IDLE)
            .endsWith(DeadlineException.class, "nothing more of the answer came within 100 ms")
            .after(1),
        Fault.of("slow drip", READ)
            .by(Reply.dripping(HEAD + "{", " "))
            .runsInto(Limit.TOTAL)
            .endsWith(DeadlineException.class, "no whole answer within 200 ms", "more time")
            .after(1),
        Fault.of("slow drip", WRITE)
            .by(Reply.dripping(HEAD + "{", " "))
            .runsInto(Limit.TOTAL)
            .endsWith(DeadlineException.class, "no whole answer within 200 ms", "look before")
            .after(1),
        Fault.of("slow drip", DOWNLOAD)
            .by(Reply.dripping(HEAD + "%PDF-1.7 ", "Canary"))
            .runsInto(Limit.TOTAL)
            .endsWith(DeadlineException.class, "no whole answer within 200 ms")
            .after(1),
        Fault.of("error with a stalled body", READ)
            .by(Reply.held(ERROR))
            .runsInto(Limit.IDLE)
            .endsWith(ServerException.class, "HTTP 500", "Try again later")
            .after(1),
        Fault.of("error with a stalled body", WRITE)
            .by(Reply.held(ERROR))
            .runsInto(Limit.IDLE)
            .endsWith(ServerException.class, "HTTP 500", "look before")
            .after(1));
  }
}
