package dev.casewright.mockserver.space;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The cases that a space starts with, kept or computed when they are asked for. Immutable; its
 * cases are the same each time.
 */
public interface CaseStock {

  /**
   * How many there are.
   *
   * @return the number
   */
  int size();

  /**
   * The case at a position.
   *
   * @param position from 0 on, oldest first
   * @return the case
   */
  CaseFile at(int position);

  /**
   * Where the case of a name stands, found without looking at the others.
   *
   * @param name the name of the case
   * @return its position; nothing if there is none of this name
   */
  OptionalInt find(String name);

  /**
   * A case that has a sample, found without looking at the others.
   *
   * @param sampleId the number of the sample
   * @return the position of the first such case; nothing if there is none
   */
  OptionalInt findBySample(long sampleId);

  /**
   * The highest numeric id of a case.
   *
   * @return the id; 0 without any case
   */
  long lastId();

  /**
   * The highest id of a sample.
   *
   * @return the id; 0 without any sample
   */
  long lastSampleId();

  /**
   * Cases that are kept.
   *
   * @param cases the cases, oldest first
   * @return a stock of them
   */
  static CaseStock of(Collection<CaseFile> cases) {
    List<CaseFile> inOrder = List.copyOf(cases);
    Map<String, Integer> byName = new HashMap<>();
    Map<Long, Integer> bySample = new HashMap<>();
    long lastId = 0;
    long lastSampleId = 0;
    for (int position = 0; position < inOrder.size(); position++) {
      CaseFile file = inOrder.get(position);
      byName.put(file.name(), position);
      lastId = Math.max(lastId, file.id());
      for (SampleTag sample : file.sampleTags()) {
        bySample.putIfAbsent(sample.id(), position);
        lastSampleId = Math.max(lastSampleId, sample.id());
      }
    }
    return new KeptCases(inOrder, byName, bySample, lastId, lastSampleId);
  }
}
