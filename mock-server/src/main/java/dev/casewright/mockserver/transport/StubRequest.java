package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.common.Encoding;
import com.github.tomakehurst.wiremock.common.Strings;
import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.multipart.PartParser;
import dev.casewright.mockserver.exchange.QueryString;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;

/** A request as WireMock's matchers want to see it. Used by one thread. */
final class StubRequest implements Request {

  private final Arrival arrival;
  private final String url;
  private final byte[] body;
  private final HttpHeaders headers;
  private Map<String, QueryParameter> query;
  private Collection<Part> parts;

  /**
   * A request.
   *
   * @param arrival how it came in
   * @param url path and query, as WireMock is to see them
   * @param body the whole body
   */
  StubRequest(Arrival arrival, String url, byte[] body) {
    this.arrival = arrival;
    this.url = url;
    this.body = body;
    Map<String, HttpHeader> byName = new LinkedHashMap<>();
    for (HttpField field : arrival.headers()) {
      byName.computeIfAbsent(
          field.getLowerCaseName(),
          name ->
              new HttpHeader(field.getName(), arrival.headers().getValuesList(field.getName())));
    }
    this.headers = new HttpHeaders(byName.values());
  }

  @Override
  public String getUrl() {
    return url;
  }

  @Override
  public String getAbsoluteUrl() {
    return getScheme() + "://" + arrival.hosts().stream().findFirst().orElse("localhost") + url;
  }

  @Override
  public RequestMethod getMethod() {
    return RequestMethod.fromString(arrival.method());
  }

  @Override
  public String getScheme() {
    return arrival.isSecure() ? "https" : "http";
  }

  @Override
  public String getHost() {
    return arrival.uri().getHost();
  }

  @Override
  public int getPort() {
    return arrival.uri().getPort();
  }

  @Override
  public String getClientIp() {
    return org.eclipse.jetty.server.Request.getRemoteAddr(arrival.request());
  }

  @Override
  public String getHeader(String name) {
    HttpHeader header = header(name);
    return header.isPresent() ? header.firstValue() : null;
  }

  @Override
  public HttpHeader header(String name) {
    return headers.getHeader(name);
  }

  @Override
  public ContentTypeHeader contentTypeHeader() {
    return headers.getContentTypeHeader();
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public boolean containsHeader(String name) {
    return header(name).isPresent();
  }

  @Override
  public Set<String> getAllHeaderKeys() {
    return headers.keys();
  }

  @Override
  public QueryParameter queryParameter(String name) {
    if (query == null) {
      query = Urls.splitQueryFromUrl(url);
    }
    return query.getOrDefault(name, QueryParameter.absent(name));
  }

  @Override
  public FormParameter formParameter(String name) {
    return formParameters().getOrDefault(name, FormParameter.absent(name));
  }

  @Override
  public Map<String, FormParameter> formParameters() {
    return QueryString.parse(getBodyAsString()).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, field -> new FormParameter(field.getKey(), field.getValue())));
  }

  @Override
  public Map<String, Cookie> getCookies() {
    return org.eclipse.jetty.server.Request.getCookies(arrival.request()).stream()
        .collect(
            Collectors.toMap(
                cookie -> cookie.getName(),
                cookie -> new Cookie(null, List.of(cookie.getValue())),
                (first, second) ->
                    new Cookie(null, List.of(first.firstValue(), second.firstValue()))));
  }

  @Override
  public byte[] getBody() {
    return body;
  }

  @Override
  public String getBodyAsString() {
    return Strings.stringFromBytes(body);
  }

  @Override
  public String getBodyAsBase64() {
    return Encoding.encodeBase64(body);
  }

  @Override
  public boolean isMultipart() {
    String type = getHeader("Content-Type");
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  public Collection<Part> getParts() {
    if (parts == null) {
      parts = isMultipart() ? PartParser.parseFrom(this) : List.of();
    }
    return parts.isEmpty() ? null : parts;
  }

  @Override
  public Part getPart(String name) {
    return Optional.ofNullable(getParts()).orElse(List.of()).stream()
        .filter(part -> part.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public boolean isBrowserProxyRequest() {
    return false;
  }

  @Override
  public Optional<Request> getOriginalRequest() {
    return Optional.empty();
  }

  @Override
  public String getProtocol() {
    return arrival.request().getConnectionMetaData().getProtocol();
  }

  @Override
  public String toString() {
    return arrival.method() + " request";
  }
}
