package dev.casewright.mockserver.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Paths that try to be others, those of the admin APIs included, always with a foreign host. */
final class OddPaths {

  private static final List<String> ROOTS =
      List.of(
          "/reports",
          "/reports/5001/pdf_report",
          "/api/test",
          "/api/cases/v2/cases",
          "/__mock/api",
          "/__mock/api/spaces/fuzz",
          "/__admin/mappings",
          "/__admin/shutdown",
          "/__files/x",
          "/");

  private static final List<String> TRICKS =
      List.of(
          "/..",
          "/../..",
          "/./",
          "//",
          "/%2e%2e",
          "/%2e%2e%2f",
          "/..%2f",
          "/%5c..%5c",
          "\\..\\",
          "/..;/",
          ";x=y",
          ";",
          "/%00",
          "%00",
          "/%2f",
          "%2f",
          "/~",
          "/.%2e/",
          "/%252e%252e/",
          "/%c0%ae%c0%ae/",
          "/%zz",
          "/%",
          "/%e0%80%af",
          "/a%0d%0ab",
          "/" + "a/".repeat(900),
          "/" + "../".repeat(100) + "etc/passwd",
          "?",
          "?a=b=c&&&=&%00",
          "?limit=%zz",
          "#f");

  private OddPaths() {}

  static BadRequest one(RandomGenerator random) {
    String path = Pieces.any(ROOTS, random) + Pieces.any(TRICKS, random);
    if (random.nextBoolean()) {
      path = path + Pieces.any(ROOTS, random);
    }
    if (random.nextInt(4) == 0) {
      path = Pieces.any(TRICKS, random) + path;
    }
    String target = path.startsWith("/") ? path : "/" + path;
    return BadRequest.whole(
        "path",
        Pieces.any(Pieces.METHODS, random)
            + " "
            + target
            + " HTTP/1.1\r\nHost: "
            + (random.nextBoolean() ? "evil.example" : "localhost.evil.example:8443")
            + "\r\n",
        new byte[0]);
  }
}
