package dev.casewright.client.fault;

import static dev.casewright.client.fault.Operation.DOWNLOAD;
import static dev.casewright.client.fault.Operation.READ;
import static dev.casewright.client.fault.Operation.SECOND_READ;
import static dev.casewright.client.fault.Operation.SECOND_WRITE;
import static dev.casewright.client.fault.Operation.WRITE;

import dev.casewright.client.error.OutcomeUnknownException;
import dev.casewright.client.error.TransportException;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import java.util.List;

/**
 * No connection, or one that breaks. The JDK sends a GET a second time if its connection drops
 * before a byte of the answer came; it never does so with a write.
 */
final class ConnectionFaults {
  private static final String WELL = Samples.report(5012, "CW-1");

  private ConnectionFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("connection refused", READ)
            .at(Place.NOBODY)
            .endsWith(TransportException.class, "3 attempts", "not accepted", "host and port"),
        Fault.of("connection refused", WRITE)
            .at(Place.NOBODY)
            .endsWith(TransportException.class, "not accepted", "host and port"),
        Fault.of("unknown host", READ)
            .at(Place.NOWHERE)
            .endsWith(TransportException.class, "host is not known", "base URL"),
        Fault.of("no TLS on a TLS port", READ)
            .at(Place.HTTPS)
            .by(Reply.json(200, WELL))
            .endsWith(TransportException.class, "does not speak TLS", "port"),
        Fault.of("no TLS on a TLS port", WRITE)
            .at(Place.HTTPS)
            .by(Reply.json(200, WELL))
            .endsWith(TransportException.class, "does not speak TLS", "port"),
        Fault.of("TLS on a port for plain http", READ)
            .at(Place.HTTP)
            .by(Reply.json(200, WELL))
            .endsWith(TransportException.class, "connection broke"),
        Fault.of("certificate of an unknown authority", WRITE)
            .at(Place.UNKNOWN_CERTIFICATE)
            .by(Reply.json(200, WELL))
            .endsWith(TransportException.class, "trustedCertificate"),
        Fault.of("dropped before the request was read", READ)
            .endsWith(TransportException.class, "connection broke"),
        Fault.of("dropped before the request was read", WRITE)
            .endsWith(OutcomeUnknownException.class, "connection broke", "look before you send"),
        Fault.of("dropped after the request was read", READ)
            .by(Reply.drop())
            .endsWith(TransportException.class, "connection broke")
            .after(2),
        Fault.of("dropped after the request was read", WRITE)
            .by(Reply.drop())
            .endsWith(OutcomeUnknownException.class, "connection broke", "look before you send")
            .after(1),
        Fault.of("dropped pooled connection", SECOND_READ)
            .by(Reply.json(200, WELL), Reply.drop())
            .endsWith(TransportException.class, "connection broke")
            .after(3),
        Fault.of("dropped pooled connection, but only that", SECOND_READ)
            .by(Reply.json(200, WELL), Reply.drop(), Reply.json(200, WELL))
            .after(3)
            .keepsItsConnection(),
        Fault.of("dropped pooled connection", SECOND_WRITE)
            .by(Reply.json(200, "{}"), Reply.drop())
            .endsWith(OutcomeUnknownException.class, "connection broke", "look before you send")
            .after(2),
        Fault.of("dropped within the head", READ)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nContent-Le"))
            .endsWith(TransportException.class, "connection broke")
            .after(1),
        Fault.of("dropped within the head", WRITE)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nContent-Le"))
            .endsWith(OutcomeUnknownException.class, "look before you send")
            .after(1),
        Fault.of("something else than HTTP", READ)
            .by(Reply.raw("SSH-2.0-" + Samples.CANARY + "\r\n"))
            .endsWith(TransportException.class, "connection broke")
            .after(1),
        Fault.of("truncated PDF", DOWNLOAD)
            .by(Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n%PDF-1.7 Canary"))
            .endsWith(TransportException.class, "connection broke")
            .after(1),
        Fault.of("truncated PDF in chunks", DOWNLOAD)
            .by(
                Reply.raw(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nF\r\n%PDF-1.7 Canary"))
            .endsWith(TransportException.class, "connection broke")
            .after(1));
  }
}
