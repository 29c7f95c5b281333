package dev.casewright.mockserver.seed;

import dev.casewright.mockserver.space.ReportFilter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Finds the patients of the pack {@code large} that have one of a few values. Which patients have
 * which is written down when it is first looked for, a bit for each patient and value, so that what
 * few or none have is found without looking at all. Safe for threads.
 */
final class PatientGroups {

  private final Map<ReportFilter, Map<String, BitSet>> groups = new ConcurrentHashMap<>();
  private final Map<ReportFilter, IntFunction<String>> values;
  private final int patients;

  PatientGroups(int patients, Map<ReportFilter, IntFunction<String>> values) {
    this.patients = patients;
    this.values = Map.copyOf(values);
  }

  /**
   * A search.
   *
   * @param filter one that there are values for
   * @return gives for a patient the first from it on that has the value, or how many patients there
   *     are
   */
  IntUnaryOperator search(ReportFilter filter, String wanted) {
    BitSet group = groups.computeIfAbsent(filter, this::write).get(wanted);
    return patient -> {
      int found = group == null ? -1 : group.nextSetBit(patient);
      return found < 0 ? patients : found;
    };
  }

  private Map<String, BitSet> write(ReportFilter filter) {
    IntFunction<String> value = values.get(filter);
    Map<String, BitSet> written = new HashMap<>();
    for (int patient = 0; patient < patients; patient++) {
      written.computeIfAbsent(value.apply(patient), first -> new BitSet(patients)).set(patient);
    }
    return written;
  }
}
