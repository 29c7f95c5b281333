package dev.casewright.conformance.drift;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the counts into findings, and masks the names of places that have too many. */
final class KnownNames {

  private KnownNames() {}

  static List<DriftFinding> merged(Map<DriftFinding, Integer> counted) {
    Map<Parent, Set<String>> names = new TreeMap<>();
    counted.keySet().stream()
        .filter(each -> each.kind() == DriftKind.UNKNOWN_FIELD)
        .forEach(
            each ->
                names.computeIfAbsent(Parent.of(each), key -> new HashSet<>()).add(each.pointer()));
    Map<DriftFinding, Integer> merged = new TreeMap<>();
    counted.forEach(
        (finding, count) -> {
          boolean isMap =
              finding.kind() == DriftKind.UNKNOWN_FIELD
                  && names.get(Parent.of(finding)).size() > FieldNames.MOST_AT_A_PLACE;
          merged.merge(isMap ? masked(finding) : finding, count, Integer::sum);
        });
    return merged.entrySet().stream()
        .map(entry -> with(entry.getKey(), entry.getKey().pointer(), entry.getValue()))
        .toList();
  }

  private static DriftFinding masked(DriftFinding finding) {
    return with(finding, Parent.of(finding).pointer() + "/" + FieldNames.MASKED, 0);
  }

  private static DriftFinding with(DriftFinding finding, String pointer, int count) {
    return new DriftFinding(
        finding.api(),
        finding.operation(),
        finding.kind(),
        finding.status(),
        pointer,
        finding.shape(),
        finding.document(),
        count);
  }

  private record Parent(String operation, int status, String pointer)
      implements Comparable<Parent> {

    static Parent of(DriftFinding finding) {
      int end = finding.pointer().lastIndexOf('/');
      return new Parent(
          finding.operation(), finding.status(), finding.pointer().substring(0, Math.max(0, end)));
    }

    @Override
    public int compareTo(Parent other) {
      return (operation + status + pointer)
          .compareTo(other.operation + other.status + other.pointer);
    }
  }
}
