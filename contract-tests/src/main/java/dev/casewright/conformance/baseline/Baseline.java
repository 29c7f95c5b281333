package dev.casewright.conformance.baseline;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.RunResult;
import dev.casewright.conformance.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Known failures. A failure that stands here does not fail a run; an entry whose requirement passes
 * again, or is gone, is stale and has to be taken out. Immutable.
 *
 * <p>The file is YAML, made to be read in a diff:
 *
 * <pre>{@code
 * known_failures:
 *   - requirement: OPAL-FILE-02
 *     verdict: fail
 *     reason: File names come in quotes; the laboratory has reported it.
 *     until: 2031-06-30
 * }</pre>
 *
 * <p>{@code until} may be left out; after that day the failure counts again. {@code reason} is
 * written by a person, and a file without one is refused.
 */
public final class Baseline {

  private final Map<String, KnownFailure> entries;

  private Baseline(Collection<KnownFailure> entries) {
    this.entries = new LinkedHashMap<>();
    entries.forEach(entry -> this.entries.put(entry.requirement(), entry));
  }

  /**
   * A baseline without entries.
   *
   * @return a baseline that forgives nothing
   */
  public static Baseline empty() {
    return new Baseline(List.of());
  }

  /**
   * Reads a baseline.
   *
   * @param yaml the text of the file
   * @return the baseline
   * @throws InvalidBaselineException if it breaks a rule
   */
  public static Baseline parse(String yaml) {
    return new Baseline(BaselineReader.read(yaml));
  }

  /**
   * Reads a baseline.
   *
   * @param file the file
   * @return the baseline
   * @throws InvalidBaselineException if it is missing or breaks a rule
   * @throws UncheckedIOException if it cannot be read
   */
  public static Baseline read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (NoSuchFileException missing) {
      throw new InvalidBaselineException("There is no baseline " + file + ": write one first.");
    } catch (IOException failure) {
      throw new UncheckedIOException("The baseline cannot be read.", failure);
    }
  }

  /**
   * The entries.
   *
   * @return them in the order of the file
   */
  public List<KnownFailure> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * Looks at a run with this baseline. What was skipped or not run, or is out of the run's scope,
   * neither is forgiven nor makes an entry stale.
   *
   * @param run what came of the run
   * @param registered the ids of all requirements there are
   * @param today the day on which entries expire or not
   * @return what is forgiven, and what is stale
   */
  public Judgement judge(RunResult run, Set<String> registered, LocalDate today) {
    Map<String, Verdict> verdicts = verdicts(run);
    Set<String> forgiven = new LinkedHashSet<>();
    for (RequirementResult result : run.requirements()) {
      KnownFailure entry = entries.get(result.requirement().id());
      if (entry != null && entry.forgives(result.verdict(), today)) {
        forgiven.add(entry.requirement());
      }
    }
    List<StaleEntry> stale = new ArrayList<>();
    for (KnownFailure entry : entries.values()) {
      reasonStale(entry, verdicts.get(entry.requirement()), registered, today)
          .ifPresent(reason -> stale.add(new StaleEntry(entry, reason)));
    }
    return new Judgement(forgiven, stale);
  }

  private static Optional<String> reasonStale(
      KnownFailure entry, Verdict actual, Set<String> registered, LocalDate today) {
    String id = entry.requirement();
    if (!registered.contains(id)) {
      return Optional.of("There is no requirement " + id + " any more: take the entry out.");
    }
    if (actual == Verdict.PASS) {
      return Optional.of(id + " passes: take the entry out.");
    }
    if (entry.isExpired(today)) {
      return Optional.of(
          "The entry of " + id + " has expired: mend the failure, or write a later day.");
    }
    return actual == Verdict.WARN && entry.verdict() == Verdict.FAIL
        ? Optional.of(id + " only warns now: write that.")
        : Optional.empty();
  }

  /**
   * The text of a new file: what fails or warns in a run. Reasons and days of this baseline are
   * kept; where there is none yet, a person has to write one before the file can be used. Entries
   * for what the run did not judge stay.
   *
   * @param run what came of the run
   * @return YAML, the same for the same baseline and run
   */
  public String updated(RunResult run) {
    Map<String, Verdict> verdicts = verdicts(run);
    List<KnownFailure> next = new ArrayList<>();
    for (KnownFailure entry : entries.values()) {
      Verdict actual = verdicts.get(entry.requirement());
      if (actual != Verdict.PASS) {
        Verdict verdict = isKnowable(actual) ? actual : entry.verdict();
        next.add(new KnownFailure(entry.requirement(), verdict, entry.reason(), entry.until()));
      }
    }
    run.requirements().stream()
        .filter(result -> isKnowable(result.verdict()))
        .filter(result -> !entries.containsKey(result.requirement().id()))
        .forEach(
            result ->
                next.add(
                    new KnownFailure(
                        result.requirement().id(), result.verdict(), "", Optional.empty())));
    return new Baseline(next).yaml();
  }

  private static Map<String, Verdict> verdicts(RunResult run) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    run.requirements().forEach(each -> verdicts.put(each.requirement().id(), each.verdict()));
    return verdicts;
  }

  private static boolean isKnowable(Verdict verdict) {
    return verdict == Verdict.FAIL || verdict == Verdict.WARN;
  }

  private String yaml() {
    if (entries.isEmpty()) {
      return "known_failures: []\n";
    }
    StringBuilder text = new StringBuilder("known_failures:\n");
    for (KnownFailure entry : entries.values()) {
      text.append("  - requirement: ").append(entry.requirement()).append('\n');
      text.append("    verdict: ").append(entry.verdict()).append('\n');
      // A JSON text is a YAML text, whatever stands in it.
      text.append("    reason: ").append(TextNode.valueOf(entry.reason())).append('\n');
      entry.until().ifPresent(day -> text.append("    until: ").append(day).append('\n'));
    }
    return text.toString();
  }
}
