package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.mapping.MappingCheck;
import java.util.LinkedHashMap;
import java.util.Map;

/** Marks answers of stubs that are not ours and break the contract; it changes nothing else. */
final class UserStubCheck implements ResponseTransformerV2 {

  private static final String HEADER = "X-Mock-Contract-Breach";

  private final MappingCheck check;

  UserStubCheck(MappingCheck check) {
    this.check = check;
  }

  @Override
  public String getName() {
    return "casewright-user-stub-check";
  }

  @Override
  public Response transform(Response response, ServeEvent serveEvent) {
    boolean isUsers =
        serveEvent.getWasMatched()
            && response.getFault() == null
            && !DoorStubs.isDoor(serveEvent.getStubMapping());
    if (!isUsers) {
      return response;
    }
    String path = serveEvent.getRequest().getUrl().split("\\?", 2)[0];
    return check
        .firstBreach(serveEvent.getRequest().getMethod().getName(), path, answer(response))
        .map(
            place ->
                Response.Builder.like(response)
                    .but()
                    .headers(response.getHeaders().plus(new HttpHeader(HEADER, place)))
                    .build())
        .orElse(response);
  }

  private static MockAnswer answer(Response response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpHeader header : response.getHeaders().all()) {
      if (header.isPresent()) {
        headers.putIfAbsent(header.key(), header.firstValue());
      }
    }
    return new MockAnswer(response.getStatus(), headers, response.getBody());
  }
}
