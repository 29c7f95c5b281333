package dev.casewright.mockserver.transport;

import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.QueryString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request that has come in, with what answers it.
 *
 * @param request the request as Jetty reads it
 * @param response takes status, headers and body
 * @param callback is told when the answer is out, or that none will come
 */
record Arrival(Request request, Response response, Callback callback) {

  /** The path, decoded and without its tricks, such as two dots. */
  String path() {
    return Optional.ofNullable(uri().getDecodedPath()).orElse("/");
  }

  /** The path as sent. */
  String rawPath() {
    return Optional.ofNullable(uri().getPath()).orElse("/");
  }

  /** The path and the query as sent. */
  String pathAndQuery() {
    return Optional.ofNullable(uri().getPathQuery()).orElse("");
  }

  String method() {
    return request.getMethod();
  }

  boolean isSecure() {
    return request.getConnectionMetaData().isSecure();
  }

  /** The request as all else of the server knows it. */
  MockRequest toMockRequest(Entrance entrance, byte[] body) {
    String query = Optional.ofNullable(uri().getQuery()).orElse("");
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : headers()) {
      headers
          .computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>(1))
          .add(Optional.ofNullable(field.getValue()).orElse(""));
    }
    return new MockRequest(
        entrance,
        method(),
        rawPath(),
        query.isEmpty() || !QueryString.isWellEncoded(query) ? Map.of() : QueryString.parse(query),
        headers,
        body);
  }

  HttpURI uri() {
    return request.getHttpURI();
  }

  HttpFields headers() {
    return request.getHeaders();
  }

  /** The hosts that the request names: one, unless it is malformed. */
  List<String> hosts() {
    List<String> hosts = headers().getValuesList(HttpHeader.HOST);
    return hosts.isEmpty() && isMultiplexed()
        ? Stream.ofNullable(uri().getAuthority()).toList()
        : hosts;
  }

  boolean hasBody() {
    return request.getLength() > 0 || headers().contains(HttpHeader.TRANSFER_ENCODING) || isLater();
  }

  /** HTTP/2 needs no length, and says with its last frame only that there is no more. */
  private boolean isLater() {
    return isMultiplexed() && request.getLength() < 0;
  }

  /** Whether other requests are on the same connection at the same time. */
  boolean isMultiplexed() {
    return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
  }

  Connection connection() {
    return request.getConnectionMetaData().getConnection();
  }

  EndPoint endPoint() {
    return connection().getEndPoint();
  }

  /** Without path and headers, which are the client's. */
  @Override
  public String toString() {
    return "request " + request.getId();
  }

  /** Lets no further request come on this connection. */
  void closeAfterwards() {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
  }

  /** Closes the connection without another byte. */
  void drop() {
    endPoint().close();
    callback.failed(new Dropped());
  }
}
