package dev.casewright.mockserver.space;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The reports of a state: what the space started with, and over it what has changed. Immutable. */
final class ReportShelf {

  private final ReportStock stock;
  private final PersistentMap<Long, Report> changed;
  private final int size;

  private ReportShelf(ReportStock stock, PersistentMap<Long, Report> changed, int size) {
    this.stock = stock;
    this.changed = changed;
    this.size = size;
  }

  static ReportShelf of(ReportStock stock) {
    return new ReportShelf(stock, PersistentMap.empty(), stock.size());
  }

  Optional<Report> find(long id) {
    return changed.get(id).or(() -> stock.find(id));
  }

  ReportShelf with(Report report) {
    int more = find(report.id()).isPresent() ? 0 : 1;
    return new ReportShelf(stock, changed.with(report.id(), report), size + more);
  }

  int size() {
    return size;
  }

  /** By rising id; a view that makes each report when it is reached. */
  Collection<Report> all() {
    return Collections.unmodifiableCollection(
        new AbstractCollection<Report>() {
          @Override
          public Iterator<Report> iterator() {
            return new Walk(List.of());
          }

          @Override
          public int size() {
            return size;
          }
        });
  }

  /** Those for which all conditions hold, by rising id. */
  Stream<Report> all(List<ReportCondition> conditions) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(new Walk(conditions), Spliterator.ORDERED), false)
        .filter(report -> conditions.stream().allMatch(condition -> condition.holdsFor(report)));
  }

  /** Over all reports but some of those that do not fit. */
  private final class Walk implements Iterator<Report> {

    private final Iterator<Report> changes =
        changed.values().sorted(Comparator.comparingLong(Report::id)).iterator();
    private Report change = next(changes);
    private final IntUnaryOperator search;
    private int position;

    private Walk(List<ReportCondition> conditions) {
      this.search = stock.search(conditions);
    }

    @Override
    public boolean hasNext() {
      position = search.applyAsInt(position);
      return change != null || position < stock.size();
    }

    @Override
    public Report next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (change == null) {
        return stock.at(position++);
      }
      Report kept = position < stock.size() ? stock.at(position) : null;
      if (kept != null && kept.id() < change.id()) {
        position++;
        return kept;
      }
      if (kept != null && kept.id() == change.id()) {
        position++;
      }
      Report found = change;
      change = next(changes);
      return found;
    }

    private static Report next(Iterator<Report> changes) {
      return changes.hasNext() ? changes.next() : null;
    }
  }
}
