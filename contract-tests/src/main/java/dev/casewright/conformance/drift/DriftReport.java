package dev.casewright.conformance.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casewright.openapi.Api;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the answers of a run and the contract are apart. Holds names and shapes, never a value.
 * Immutable.
 *
 * @param answers how many answers to regular requests were looked at, by {@code operationId}
 * @param findings where they are apart, in their natural order; of an API that was never asked
 *     there are none
 */
public record DriftReport(Map<String, Integer> answers, List<DriftFinding> findings) {

  /** Keeps copies. */
  public DriftReport {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    findings = List.copyOf(findings);
  }

  /**
   * What came that the contract does not know.
   *
   * @return the findings, in their natural order
   */
  public List<DriftFinding> unknown() {
    return findings.stream().filter(finding -> !finding.kind().isUnseen()).toList();
  }

  /**
   * What the contract promises and never came.
   *
   * @return the findings, in their natural order
   */
  public List<DriftFinding> unseen() {
    return findings.stream().filter(finding -> finding.kind().isUnseen()).toList();
  }

  /**
   * As tables for people.
   *
   * @return Markdown, the same for the same report
   */
  public String markdown() {
    return DriftTable.of(this);
  }

  /**
   * As JSON: {@code answers} by operation, and the arrays {@code unknown} and {@code unseen} with
   * the parts of each {@link DriftFinding}.
   *
   * @return a tree that the caller may change
   */
  public ObjectNode json() {
    return DriftJson.of(this);
  }

  /**
   * As a change of the OpenAPI document that would take up what came and is not known: a unified
   * diff, for {@code git apply} or {@code patch -p1} at the root of the repository. Lines before it
   * name what cannot be written as a change, such as a value, which is never told. New fields are
   * optional and marked as being about patients, until somebody knows better. The body of a new
   * error is taken to be that of the others; a new status of another kind says nothing of its body.
   * It is a suggestion: read it before you apply it.
   *
   * @param api the API
   * @param yaml the text of its {@code openapi.yaml}
   * @param origin what kind of server sent the answers
   * @param day the day of the run
   * @return the diff; without a hunk if there is nothing to change
   */
  public String patch(Api api, String yaml, Origin origin, LocalDate day) {
    return new DriftPatch(api, yaml, origin, day).of(unknown());
  }

  /** What kind of server sent the answers, and so what they are evidence of. */
  public enum Origin {
    /** A server of the vendor. */
    VENDOR("shown", "Answers of a server"),
    /** Anything else, such as a mock server, which proves nothing about the vendor. */
    OTHER("unknown", "Answers of a server that is not the vendor's");

    private final String evidence;
    private final String source;

    Origin(String evidence, String source) {
      this.evidence = evidence;
      this.source = source;
    }

    String evidence() {
      return evidence;
    }

    String source() {
      return source;
    }
  }
}
