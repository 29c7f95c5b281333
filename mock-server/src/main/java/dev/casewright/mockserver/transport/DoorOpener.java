package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.casewright.mockserver.exchange.Entrance;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.exchange.MockRequest;
import dev.casewright.mockserver.exchange.QueryString;
import dev.casewright.mockserver.exchange.Transmission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns WireMock's requests into ours, and our answers into WireMock's. */
final class DoorOpener implements ResponseDefinitionTransformerV2 {

  static final String NAME = "casewright-door";
  static final String DOOR = "door";

  /** The content type of a request whose own header WireMock must not see. */
  static final String HIDDEN_TYPE = "X-Mock-Content-Type";

  private final Map<String, Door> doors;

  DoorOpener(Map<String, Door> doors) {
    this.doors = Map.copyOf(doors);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(ServeEvent serveEvent) {
    Door door = doors.get(serveEvent.getTransformerParameters().getString(DOOR));
    MockAnswer answer = door.behind().apply(request(serveEvent.getRequest()));
    if (!answer.transmission().equals(Transmission.USUAL)) {
      throw new UnusualTransmission(answer);
    }
    ResponseDefinitionBuilder response =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(answer.status())
            .withBody(answer.body());
    answer.headers().forEach(response::withHeader);
    return response.build();
  }

  private static MockRequest request(Request request) {
    String[] pathAndQuery = request.getUrl().split("\\?", 2);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpHeader header : request.getHeaders().all()) {
      String key = header.key().equalsIgnoreCase(HIDDEN_TYPE) ? "Content-Type" : header.key();
      headers
          .computeIfAbsent(key.toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .addAll(header.values());
    }
    return new MockRequest(
        request.getScheme().equals("https") ? Entrance.HTTPS : Entrance.PLAIN_HTTP,
        request.getMethod().getName(),
        pathAndQuery[0],
        pathAndQuery.length == 2 ? QueryString.parse(pathAndQuery[1]) : Map.of(),
        headers,
        request.getBody());
  }
}
