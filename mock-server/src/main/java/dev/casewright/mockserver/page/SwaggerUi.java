package dev.casewright.mockserver.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.mockserver.exchange.Json;
import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Swagger UI of the contracts, which tries out operations against the mock itself. */
public final class SwaggerUi {

  private static final String ROOT = "/__mock/swagger/";

  /** The style sheet of Swagger UI holds its pictures, and its texts are styled in place. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final List<String> FILES =
      List.of(
          "LICENSE.txt",
          "NOTICE.txt",
          "favicon-16x16.png",
          "favicon-32x32.png",
          "frame.css",
          "start.js",
          "swagger-ui-bundle.js",
          "swagger-ui-bundle.js.LICENSE.txt",
          "swagger-ui.css");

  private SwaggerUi() {}

  /**
   * The pages of the contracts, with their files and documents.
   *
   * @param contracts the contracts
   * @return a page such as {@code /__mock/swagger/opal} for each, and what it loads
   */
  public static Pages pages(Map<Api, Contract> contracts) {
    Map<String, PageFile> files = new LinkedHashMap<>();
    contracts.forEach(
        (api, contract) -> {
          files.put(ROOT + api.id(), page(api));
          files.put(
              ROOT + api.id() + ".json",
              new PageFile("application/json", POLICY, () -> document(contract)));
        });
    for (String name : FILES) {
      files.put(ROOT + name, PageFile.resource("swagger/" + name, POLICY));
    }
    return Pages.of(files);
  }

  /**
   * The page of one contract, wherever it is asked for.
   *
   * @param api the API
   * @return the page
   */
  public static MockAnswer answer(Api api) {
    return page(api).answer();
  }

  private static PageFile page(Api api) {
    PageFile template = PageFile.resource("swagger/page.html", POLICY);
    return new PageFile(
        template.type(),
        POLICY,
        () ->
            new String(template.bytes().get(), StandardCharsets.UTF_8)
                .replace("{api}", api.id())
                .replace("{title}", api == Api.OPAL ? "Opal" : "Emedgene")
                .getBytes(StandardCharsets.UTF_8));
  }

  /** The contract with the mock in place of the vendor's servers. */
  private static byte[] document(Contract contract) {
    ObjectNode document = (ObjectNode) contract.document();
    document.putArray("servers").addObject().put("url", "/").put("description", "this mock server");
    return Json.bytes(document);
  }
}
