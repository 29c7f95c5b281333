package dev.casewright.mockserver.judge;

import dev.casewright.mockserver.exchange.MockAnswer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of the clients of one space. Thread-safe. */
final class Dossier {

  private final Map<Rule, Watch> watches = new EnumMap<>(Rule.class);
  private final Map<List<String>, Finding> findings = new LinkedHashMap<>();

  Dossier() {
    watches.put(Rule.CREDENTIALS_OVER_PLAIN_HTTP, new PlainHttpWatch());
    watches.put(Rule.STALE_TOKEN_USED_AGAIN, new TokenWatch());
    watches.put(Rule.RETRY_AFTER_IGNORED, new RetryAfterWatch());
    watches.put(Rule.WRITE_REPEATED_AFTER_LOST_ANSWER, new LostWriteWatch());
    watches.put(Rule.PAGE_SKIPPED, new PageWatch());
  }

  synchronized void asked(Visit visit) {
    watches.forEach(
        (rule, watch) -> {
          if (watch.breaks(visit)) {
            Finding finding = rule.broken(visit.api(), visit.operationId(), visit.now());
            findings.merge(
                List.of(finding.name(), finding.operation(), finding.rule()),
                finding,
                (before, same) -> before.again(same.last()));
          }
        });
  }

  synchronized void answered(Visit visit, MockAnswer answer) {
    watches.values().forEach(watch -> watch.answered(visit, answer));
  }

  synchronized List<Finding> findings() {
    return List.copyOf(findings.values());
  }
}
