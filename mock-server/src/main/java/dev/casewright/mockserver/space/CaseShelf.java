package dev.casewright.mockserver.space;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The cases of a state: what the space started with, and over it what has changed. Immutable. */
final class CaseShelf {

  private final CaseStock stock;
  private final PersistentMap<Integer, CaseFile> changed;
  private final PersistentMap<String, Integer> added;
  private final PersistentMap<Long, Integer> addedSamples;
  private final long lastId;
  private final long lastSampleId;

  private CaseShelf(
      CaseStock stock,
      PersistentMap<Integer, CaseFile> changed,
      PersistentMap<String, Integer> added,
      PersistentMap<Long, Integer> addedSamples,
      long lastId,
      long lastSampleId) {
    this.stock = stock;
    this.changed = changed;
    this.added = added;
    this.addedSamples = addedSamples;
    this.lastId = lastId;
    this.lastSampleId = lastSampleId;
  }

  static CaseShelf of(CaseStock stock) {
    return new CaseShelf(
        stock,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        stock.lastId(),
        stock.lastSampleId());
  }

  int size() {
    return stock.size() + added.size();
  }

  Optional<CaseFile> find(String name) {
    OptionalInt position = position(name);
    return position.isPresent() ? Optional.of(at(position.getAsInt())) : Optional.empty();
  }

  Optional<CaseFile> findBySample(long sampleId) {
    Optional<Integer> position = addedSamples.get(sampleId);
    if (position.isPresent()) {
      return position.map(this::at);
    }
    OptionalInt stocked = stock.findBySample(sampleId);
    return stocked.isPresent() ? Optional.of(at(stocked.getAsInt())) : Optional.empty();
  }

  long lastId() {
    return lastId;
  }

  long lastSampleId() {
    return lastSampleId;
  }

  CaseShelf with(CaseFile file) {
    OptionalInt known = position(file.name());
    if (known.isPresent()) {
      return new CaseShelf(
          stock, changed.with(known.getAsInt(), file), added, addedSamples, lastId, lastSampleId);
    }
    int position = size();
    PersistentMap<Long, Integer> samples = addedSamples;
    long last = lastSampleId;
    for (SampleTag sample : file.sampleTags()) {
      samples = samples.with(sample.id(), position);
      last = Math.max(last, sample.id());
    }
    return new CaseShelf(
        stock,
        changed.with(position, file),
        added.with(file.name(), position),
        samples,
        Math.max(lastId, file.id()),
        last);
  }

  /** Oldest first; a view that makes each case when it is reached. */
  Collection<CaseFile> all() {
    int size = size();
    return Collections.unmodifiableCollection(
        new AbstractCollection<CaseFile>() {
          @Override
          public Iterator<CaseFile> iterator() {
            return IntStream.range(0, size).mapToObj(CaseShelf.this::at).iterator();
          }

          @Override
          public int size() {
            return size;
          }
        });
  }

  private CaseFile at(int position) {
    return changed.get(position).orElseGet(() -> stock.at(position));
  }

  private OptionalInt position(String name) {
    OptionalInt stocked = stock.find(name);
    return stocked.isPresent()
        ? stocked
        : added.get(name).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
