package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Takes away the headers by which WireMock tells which stub answered: the real servers have none.
 */
final class StubIdRemover implements ResponseTransformerV2 {

  @Override
  public String getName() {
    return "casewright-stub-id-remover";
  }

  @Override
  public Response transform(Response response, ServeEvent serveEvent) {
    return Response.Builder.like(response)
        .but()
        .headers(
            new HttpHeaders(
                response.getHeaders().all().stream()
                    .filter(header -> !header.key().startsWith("Matched-Stub-"))
                    .toList()))
        .build();
  }
}
