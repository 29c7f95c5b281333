package dev.casewright.conformance.report;

import dev.casewright.conformance.canary.Canaries;
import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.MaskedExchange;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Effect;
import dev.casewright.openapi.Evidence;
import dev.casewright.openapi.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report with every verdict, and with signs that formats have to escape. */
final class SampleReport {

  static final String HOSTILE = "</script><script>window.broken=1</script> ]]> & \"'` | <b>";

  private static final String DIGEST = "0123456789abcdef".repeat(4);

  private SampleReport() {}

  static RunReport of() {
    return of(new Canaries(List.of("Canaryqwert"), List.of("a-real-password")));
  }

  static RunReport of(Canaries canaries) {
    return new RunReport(
        new RunFacts(
            "1.2.3",
            DIGEST,
            Map.of("opal/openapi.yaml", DIGEST, "emedgene/openapi.yaml", DIGEST),
            "Example 17",
            "Linux",
            TargetClass.MOCK_SERVER,
            List.of(Api.OPAL, Api.EMEDGENE),
            Effect.READ,
            List.of(),
            false),
        new RunResult(
            Instant.parse("2031-03-04T09:15:00Z"),
            Instant.parse("2031-03-04T09:15:07.250Z"),
            42,
            List.of(
                result("OPAL-PAGE-01", Verdict.PASS, "", List.of()),
                result("OPAL-PAGE-02", Verdict.FAIL, "Expecting actual: 200", broken()),
                result("OPAL-PAGE-03", Verdict.WARN, "Expecting actual: 201", broken()),
                result("EMG-CASE-01", Verdict.SKIP, "It needs --effects create.", List.of()),
                result("EMG-CASE-02", Verdict.NOT_RUN, "The 10 requests are spent.", List.of()),
                result("EMG-CASE-03", Verdict.ERROR, HOSTILE, List.of())),
            Optional.empty()),
        List.of(
            new Section(
                "drift",
                "Drift",
                List.of("Seen, but not in the contract."),
                List.of("Operation", "Pointer"),
                List.of(List.of("getReports", "/objects/0/***")))),
        canaries);
  }

  private static RequirementResult result(
      String id, Verdict verdict, String reason, List<CheckResult> checks) {
    return new RequirementResult(
        new Requirement(
            id,
            "The sentence of " + id + " " + HOSTILE,
            "Example page, section 1",
            verdict == Verdict.WARN ? Evidence.INFERRED : Evidence.DOCUMENTED,
            List.of("getReports"),
            Effect.READ,
            List.of(),
            null),
        verdict,
        reason,
        checks);
  }

  private static List<CheckResult> broken() {
    return List.of(
        new CheckResult(
            "OpalPagingChecks.limitBelowOneIsRefused",
            1,
            List.of("OPAL-PAGE-02"),
            CheckOutcome.FAILED,
            "Expecting actual: 200",
            "OpalPagingChecks.java:52",
            List.of(exchange("GET /reports"), exchange("GET /reports?limit=0"))),
        new CheckResult(
            "OpalPagingChecks.limitBelowOneIsRefused",
            2,
            List.of("OPAL-PAGE-02"),
            CheckOutcome.FAILED,
            "Expecting actual: 200",
            "OpalPagingChecks.java:52",
            List.of(exchange("GET /reports?limit=-1"))));
  }

  private static MaskedExchange exchange(String request) {
    return new MaskedExchange(
        "getReports",
        request + "\nAuthorization: Basic ***",
        "HTTP status 200\n" + HOSTILE,
        "curl -sS \"$OPAL_URL/reports\"");
  }
}
