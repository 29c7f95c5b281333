package dev.casewright.mockserver.emedgene;

import dev.casewright.mockserver.exchange.MockAnswer;
import dev.casewright.mockserver.route.Call;
import dev.casewright.mockserver.route.OperationHandler;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;

/** Stands in for the vendor's documentation page, whose contents are not public (EMG-DOC-01). */
final class Documentation implements OperationHandler {

  private final String page;

  Documentation(Contract contract) {
    StringBuilder rows = new StringBuilder();
    for (Operation operation : contract.operations()) {
      rows.append("<tr><td>")
          .append(operation.method())
          .append("</td><td>")
          .append(operation.path())
          .append("</td><td>")
          .append(escaped(operation.summary()))
          .append("</td></tr>\n");
    }
    this.page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>API documentation (mock)</title></head>
        <body>
        <h1>API documentation (mock)</h1>
        <p>This page stands in for the vendor's, which is not public. The mock server serves:</p>
        <table>
        """
            + rows
            + """
        </table>
        </body>
        </html>
        """;
  }

  @Override
  public MockAnswer handle(Call call) {
    return MockAnswer.html(page);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
