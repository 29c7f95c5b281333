package dev.casewright.client.emedgene;

import dev.casewright.client.call.Wire;
import dev.casewright.client.emedgene.wire.DocumentationApi;
import java.net.URI;

/** The vendor's documentation, over the wire. Thread-safe. */
final class DocumentationCalls implements VendorDocumentation {
  private final URI baseUrl;
  private final DocumentationApi documentation;

  DocumentationCalls(Wire wire) {
    this.baseUrl = wire.baseUrl();
    this.documentation = wire.of(DocumentationApi.class);
  }

  @Override
  public URI apiDocumentation() {
    return Wire.address(baseUrl, DocumentationApi.class, DocumentationApi.GET_API_DOCUMENTATION);
  }

  @Override
  public String readApiDocumentation() {
    return documentation.getApiDocumentation();
  }
}
