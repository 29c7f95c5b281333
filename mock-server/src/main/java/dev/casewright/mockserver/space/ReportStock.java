package dev.casewright.mockserver.space;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * The reports that a space starts with, kept or computed when they are asked for. Immutable; its
 * reports are the same each time.
 */
public interface ReportStock {

  /**
   * How many there are.
   *
   * @return the number
   */
  int size();

  /**
   * The report at a position.
   *
   * @param position from 0 on, by rising id
   * @return the report
   */
  Report at(int position);

  /**
   * The report of an id, found without looking at the others.
   *
   * @param id the number of the report
   * @return the report; nothing if there is none of this number
   */
  Optional<Report> find(long id);

  /**
   * A walk over the reports that may fit. A stock that computes its reports passes over the others
   * without making them.
   *
   * @param conditions what all must hold
   * @return gives for a position the first from it on whose report may fit, or {@link #size()};
   *     never passes over a report that fits. Not safe for more than one thread
   */
  default IntUnaryOperator search(List<ReportCondition> conditions) {
    return position -> position;
  }

  /**
   * Reports that are kept.
   *
   * @param reports the reports, in any order
   * @return a stock of them
   */
  static ReportStock of(Collection<Report> reports) {
    Map<Long, Report> sorted = new TreeMap<>();
    reports.forEach(report -> sorted.put(report.id(), report));
    Map<Long, Report> byId = new LinkedHashMap<>(sorted);
    List<Report> inOrder = List.copyOf(byId.values());
    return new ReportStock() {
      @Override
      public int size() {
        return inOrder.size();
      }

      @Override
      public Report at(int position) {
        return inOrder.get(position);
      }

      @Override
      public Optional<Report> find(long id) {
        return Optional.ofNullable(byId.get(id));
      }
    };
  }
}
