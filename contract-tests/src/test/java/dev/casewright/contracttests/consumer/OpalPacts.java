package dev.casewright.contracttests.consumer;

import dev.casewright.client.opal.OpalClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What the consumer tests of the Opal client share. */
final class OpalPacts {

  static final String LOGIN = "demo-login";
  static final String PASSWORD = "demo-password";

  /** The body of a refusal; our client shows it by accessor only. */
  static final String REFUSAL = "{\"description\": \"Synthetic reason.\"}";

  private OpalPacts() {}

  /** An interaction over TLS, with the credentials of the demo workspace. */
  static ConsumerPact opal(String description) {
    return ConsumerPact.with("opal", description).header("Authorization", basic(LOGIN, PASSWORD));
  }

  /** The same after a report has been given a status. */
  static ConsumerPact opal(String description, long id, String status) {
    return opal(description).given("a report with a status", Map.of("id", id, "status", status));
  }

  /** A page of a list, as our client asks for it. */
  static ConsumerPact page(String description, int offset) {
    return opal(description)
        .receives("GET", "/reports")
        .query("limit", "100")
        .query("offset", Integer.toString(offset))
        .answers(200);
  }

  static OpalClient client(URI url) {
    return client(url, LOGIN, PASSWORD);
  }

  static OpalClient client(URI url, String login, String password) {
    return OpalClient.builder()
        .baseUrl(url)
        .allowPlainHttpOnLoopback()
        .credentials(login, password)
        .build();
  }

  /** The fields of a report that our client requires, as the samples of the vendor have them. */
  static String report(long id, String status, String accession) {
    return """
        {"id": %d, "workspace_id": 1, "created_by": 11, "created_on": "2031-03-01T09:15:00",
         "status": "%s", "test_type": "panel", "accession_id": "%s", "version": 1}"""
        .formatted(id, status, accession);
  }

  static String list(String... reports) {
    return "{\"objects\": [" + String.join(", ", reports) + "]}";
  }

  static String basic(String login, String password) {
    byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
