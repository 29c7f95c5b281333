package dev.casewright.client.fault;

import java.util.List;
import java.util.stream.Stream;

/** All lines of the table. */
final class Faults {
  private Faults() {}

  static List<Fault> all() {
    return Stream.of(
            ConnectionFaults.all(),
            TimeFaults.all(),
            AnswerFaults.all(),
            ReportFaults.all(),
            PolicyFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
