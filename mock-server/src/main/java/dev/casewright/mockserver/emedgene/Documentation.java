package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.page.SwaggerUi;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.openapi.Api;

/**
 * Stands in for the vendor's documentation page, whose contents are not public (EMG-DOC-01): the
 * contract of this project in Swagger UI.
 */
final class Documentation implements OperationHandler {

  private final MockAnswer page = SwaggerUi.answer(Api.EMEDGENE);

  @Override
  public MockAnswer handle(Call call) {
    return page;
  }
}
