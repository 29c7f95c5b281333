package dev.casewright.mockserver.space;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Cases that are kept, with their indexes. */
record KeptCases(
    List<CaseFile> inOrder,
    Map<String, Integer> byName,
    Map<Long, Integer> bySample,
    long lastId,
    long lastSampleId)
    implements CaseStock {

  @Override
  public int size() {
    return inOrder.size();
  }

  @Override
  public CaseFile at(int position) {
    return inOrder.get(position);
  }

  @Override
  public OptionalInt find(String name) {
    return position(byName.get(name));
  }

  @Override
  public OptionalInt findBySample(long sampleId) {
    return position(bySample.get(sampleId));
  }

  private static OptionalInt position(Integer found) {
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }
}
