package dev.casewright.mockserver.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Requests that are not HTTP, or more than one kind of it at once. */
final class MalformedHttp {

  private static final String CASES = "/api/cases/v2/cases";

  private static final List<String> LINES =
      List.of(
          "",
          " ",
          "GET",
          "GET ",
          "GET /reports",
          "GET  /reports  HTTP/1.1",
          "GET /re ports HTTP/1.1",
          "GET\t/reports\tHTTP/1.1",
          "GET /reports HTTP/1.1 HTTP/1.1",
          "GET /reports HTTP/0.9",
          "GET /reports HTTP/1.0",
          "GET /reports HTTP/1.2",
          "GET /reports HTTP/2.0",
          "GET /reports HTTP/9999999999.1",
          "GET /reports http/1.1",
          "GET /reports XTTP/1.1",
          "PRI * HTTP/2.0",
          "GET * HTTP/1.1",
          "OPTIONS * HTTP/1.1",
          "CONNECT localhost:443 HTTP/1.1",
          "TRACE /reports HTTP/1.1",
          "GET reports HTTP/1.1",
          "GET ?x HTTP/1.1",
          "GET #x HTTP/1.1",
          "GET http:// HTTP/1.1",
          "GET http:///reports HTTP/1.1",
          "GET http://localhost:99999/reports HTTP/1.1",
          "GET http://[::1/reports HTTP/1.1",
          "GET http://a@b:c@d/reports HTTP/1.1",
          "GET ftp://localhost/reports HTTP/1.1",
          "GET javascript:alert(1) HTTP/1.1",
          "GET https://evil.example/__mock/api HTTP/1.1",
          "GET /\u0000 HTTP/1.1",
          "GET /\u00ff\u00fe HTTP/1.1",
          "GET /re\rports HTTP/1.1",
          "G\u0001T /reports HTTP/1.1",
          "GET /reports?\u0007=\u001b HTTP/1.1",
          "GET /" + "a".repeat(9_000) + " HTTP/1.1",
          "GET /" + "a".repeat(40_000) + " HTTP/1.1",
          "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
          "{\"json\": true}");

  private static final List<String> HEADERS =
      List.of(
          "Host",
          "Host localhost",
          ": value",
          " Host: localhost",
          "Host : localhost",
          "Host: localhost\r\nHost: evil.example",
          "Host: a b",
          "Host: localhost:http",
          "Host:",
          "X: a\r\n b",
          "X: a\r\n\tb",
          "X: a\rb",
          "X: a\nY: b",
          "X: a\u0000b",
          "X\u0000: a",
          "X(Y): a",
          "X: " + "a".repeat(33_000),
          "X".repeat(33_000) + ": a",
          "X: y\r\n".repeat(120) + "X: y",
          "Content-Length: 4\r\nContent-Length: 5",
          "Content-Length: 4, 5",
          "Content-Length: -1",
          "Content-Length: +4",
          "Content-Length: 0x4",
          "Content-Length: 99999999999999999999999",
          "Content-Length: 9223372036854775807",
          "Content-Length:",
          "Content-Length: 4 4",
          "Transfer-Encoding: chunked\r\nContent-Length: 4",
          "Transfer-Encoding: chunked, chunked",
          "Transfer-Encoding: identity",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding: chunked, identity",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding:\u000bchunked",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
          "Content-Encoding: gzip",
          "Content-Type: application/json; charset=nonsense",
          "Content-Type: multipart/form-data",
          "Content-Type: multipart/form-data; boundary=" + "b".repeat(500),
          "Content-Type: \u00ff",
          "Expect: 100-continue",
          "Expect: something",
          "Connection: upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
          "Upgrade: websocket\r\nConnection: upgrade",
          "Connection: \u0001",
          "Cookie: " + "a=b; ".repeat(2_000),
          "Cookie: \u0000=\"",
          "Authorization: Basic ====",
          "Authorization: Bearer " + "a".repeat(8_000),
          "X-Forwarded-Proto: ftp\r\nX-Forwarded-Host: \u0001",
          "Range: bytes=0-0,1-1,-99999999999999999999",
          "Accept-Encoding: gzip;q=nan");

  private static final List<String> BODIES =
      List.of(
          "",
          "x",
          "0\r\n\r\n",
          "5\r\nhello\r\n0\r\n\r\n",
          "-1\r\n",
          "ffffffffffffffff\r\n",
          "zz\r\n\r\n",
          "4;ext=\"\r\nabcd\r\n0\r\n\r\n",
          "4\nabcd\n0\n\n",
          "0\r\nContent-Length: 5\r\n\r\n",
          "GET /__mock/api HTTP/1.1\r\nHost: evil.example\r\n\r\n",
          "0\r\n\r\nDELETE /__mock/api/spaces/fuzz HTTP/1.1\r\nHost: evil.example\r\n\r\n",
          "\u001f\u008b\u0008\u0000",
          "\u00fe\u00ff\u0000{",
          "{".repeat(2_000));

  private MalformedHttp() {}

  static BadRequest one(RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 ->
          BadRequest.broken(
              "request line", Pieces.any(LINES, random) + "\r\nHost: localhost\r\n\r\n");
      case 1 ->
          BadRequest.broken(
              "header", "GET /reports HTTP/1.1\r\n" + Pieces.any(HEADERS, random) + "\r\n\r\n");
      case 2 ->
          BadRequest.broken(
              "framing",
              "POST "
                  + CASES
                  + " HTTP/1.1\r\nHost: localhost\r\n"
                  + Pieces.any(HEADERS, random)
                  + "\r\n\r\n"
                  + Pieces.any(BODIES, random));
      case 3 ->
          BadRequest.broken(
              "noise in a header",
              "GET /reports HTTP/1.1\r\nHost: localhost\r\nX-Noise: "
                  + Pieces.noise(200, random)
                  + "\r\n\r\n");
      default -> BadRequest.broken("noise", Pieces.noise(400, random) + "\r\n\r\n");
    };
  }
}
