package dev.casewright.mockserver.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Calls of the admin APIs that mean nothing, or that come from where they must not. */
final class AdminCalls {

  private static final List<String> OURS =
      List.of(
          "PUT /__mock/api/spaces/fuzz/reports/%s/status",
          "PUT /__mock/api/spaces/fuzz/cases/EMG1%s/status",
          "GET /__mock/api/spaces/UPPER%s",
          "PUT /__mock/api/deviations/NONE-%s",
          "GET /__mock/api/nothing/%s",
          "POST /__mock/%s");

  private static final List<String> WIREMOCKS =
      List.of(
          "POST /__admin/reset",
          "POST /__admin/shutdown",
          "DELETE /__admin/mappings",
          "POST /__admin/mappings",
          "GET /__admin/requests?since=%s",
          "POST /__admin/settings",
          "DELETE /__mock/api/spaces/fuzz",
          "POST /__mock/api/spaces/fuzz/reset?%s");

  private static final List<String> STRANGERS =
      List.of(
          "Host: evil.example",
          "Host: localhost\r\nOrigin: null",
          "Host: localhost\r\nOrigin: https://evil.example",
          "Host: localhost\r\nSec-Fetch-Site: cross-site",
          "Host: localhost.evil.example",
          "Host: 127.0.0.1.evil.example:8443",
          "Host: localhost:8443:1",
          "Host: evil.example#localhost",
          "Host: localhost, evil.example");

  private AdminCalls() {}

  static BadRequest one(RandomGenerator random) {
    boolean ours = random.nextBoolean();
    String line =
        Pieces.any(ours ? OURS : WIREMOCKS, random)
            .replace("%s", Pieces.any(Pieces.VALUES, random));
    String from = ours ? "Host: localhost" : Pieces.any(STRANGERS, random);
    return BadRequest.whole(
        "admin",
        line + " HTTP/1.1\r\n" + from + "\r\n",
        Pieces.any(Pieces.JSON, random).getBytes(StandardCharsets.UTF_8));
  }
}
