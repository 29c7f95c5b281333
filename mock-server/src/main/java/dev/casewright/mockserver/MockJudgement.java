package dev.casewright.mockserver;

import dev.casewright.mockserver.judge.Finding;
import dev.casewright.mockserver.judge.Judge;
import java.util.List;

/** What the clients of a space did wrong, as the mock saw it. Thread-safe. */
public final class MockJudgement {

  private final Judge judge;
  private final String space;

  MockJudgement(Judge judge, String space) {
    this.judge = judge;
    this.space = space;
  }

  /**
   * What they did so far.
   *
   * @return one finding for each rule and operation; empty if they did nothing wrong
   */
  public List<Finding> findings() {
    return judge.findings(space);
  }

  /** Forgets what they did. May be repeated. */
  public void clear() {
    judge.clear(space);
  }
}
