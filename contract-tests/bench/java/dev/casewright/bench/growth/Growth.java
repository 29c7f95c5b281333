package dev.casewright.bench.growth;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.util.List;
import java.util.Locale;

/**
 * What the mock server costs as its data grows: time of a filtered page, memory of a report, time
 * to make the state; and the time of a start and of a reset inside a warm JVM. Prints one line of
 * JSON for each figure. Run by hand; see {@code BENCHMARKS.md}.
 */
public final class Growth {

  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
  private static final int CASES = 100;

  /** By what the filter finds: a part that most accessions have, and parts that none has. */
  private static final List<Query> QUERIES =
      List.of(
          new Query("found often", "/reports?accession_id=7&limit=100"),
          new Query("found nowhere", "/reports?accession_id=NOWHERE&limit=100"),
          new Query("external id found nowhere", "/reports?external_id=NOWHERE&limit=100"),
          new Query("last reports only", "/reports?accession_id=%s&limit=100"));

  private final int rounds;
  private final int times;

  private Growth(boolean quick) {
    this.rounds = quick ? 1 : 3;
    this.times = quick ? 20 : 100;
  }

  /**
   * Measures everything.
   *
   * @param arguments {@code --quick} for one short round
   * @throws Exception if a request fails
   */
  public static void main(String[] arguments) throws Exception {
    Growth growth = new Growth(List.of(arguments).contains("--quick"));
    growth.warmUp();
    for (int round = 1; round <= growth.rounds; round++) {
      for (int size : SIZES) {
        growth.measure(size, round);
      }
      growth.starts(round);
      growth.resets(round, "small");
      growth.resets(round, "large:1:1000000:100");
    }
  }

  private void warmUp() throws Exception {
    try (MockServer mock = mock(10_000)) {
      for (Query query : QUERIES) {
        Times.of(5 * times, new Page(mock, query.path(10_000)));
      }
    }
  }

  private void measure(int size, int round) throws Exception {
    long before = Heap.used();
    try (MockServer mock = mock(size)) {
      Page first = new Page(mock, "/reports?limit=1");
      long began = System.nanoTime();
      first.call();
      double stateMs = (System.nanoTime() - began) / 1e6;
      long withState = Heap.used() - before;
      for (Query query : QUERIES) {
        Page page = new Page(mock, query.path(size));
        Times.of(Math.max(10, times / 5), page);
        Times took = Times.of(times, page);
        print(
            "{\"what\": \"page\", \"round\": %d, \"reports\": %d, \"filter\": \"%s\", %s}",
            round, size, query.name(), took.json());
      }
      print(
          "{\"what\": \"state\", \"round\": %d, \"reports\": %d, \"first_use_ms\": %.2f,"
              + " \"server_mb\": %.1f, \"bytes_per_changed_report\": %d}",
          round, size, stateMs, withState / 1048576.0, changed(mock.space()));
    }
  }

  /** Reports of the pack are computed when they are asked for; one that was changed is kept. */
  private static long changed(MockSpace space) {
    List<Long> some = space.reportIds().stream().limit(1_000).toList();
    long before = Heap.used();
    some.forEach(report -> space.setReportStatus(report, "APPROVED"));
    return (Heap.used() - before) / some.size();
  }

  private void starts(int round) throws Exception {
    Times took =
        Times.of(
            Math.max(5, times / 5),
            () -> {
              MockServer.start().close();
            },
            () -> {
              MockServer mock = MockServer.start();
              return mock::close;
            });
    print("{\"what\": \"start\", \"round\": %d, %s}", round, took.json());
  }

  private void resets(int round, String pack) throws Exception {
    try (MockServer mock = MockServer.builder().seedPack(pack).start()) {
      MockSpace space = mock.space("reset");
      long report = space.reportIds().get(0);
      Times took =
          Times.of(
              times,
              space::reset,
              () -> {
                space.setReportStatus(report, "FAILED");
                space.reset();
                return () -> {};
              });
      print("{\"what\": \"reset\", \"round\": %d, \"pack\": \"%s\", %s}", round, pack, took.json());
    }
  }

  private static MockServer mock(int reports) {
    return MockServer.builder()
        .plainHttpPort(0)
        .seedPack("large:1:" + reports + ":" + CASES)
        .start();
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private record Query(String name, String form) {

    /** The last reports are those whose accession begins with all but the last two digits. */
    String path(int reports) {
      return String.format(
          Locale.ROOT, form, String.format(Locale.ROOT, "CW-L%05d", (reports - 1) / 100));
    }
  }
}
