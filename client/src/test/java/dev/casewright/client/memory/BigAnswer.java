package dev.casewright.client.memory;

import dev.casewright.client.download.Download;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.model.CaseListEntry;
import dev.casewright.client.emedgene.model.CaseStatus;
import dev.casewright.client.fixture.FixtureServer;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.ReportQuery;
import dev.casewright.client.opal.model.Report;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A program that takes one big answer from a server of its own, and says what it needed. */
enum BigAnswer {
  PDF_OF_TWO_GIBIBYTES {
    @Override
    long take(Path folder) throws Exception {
      AtomicReference<String> sent = new AtomicReference<>();
      try (FixtureServer server = FixtureServer.start(request -> pdf(sent)).forgetting();
          OpalClient client = opal(server)) {
        Download download = client.downloadFinalPdf(5012, folder.resolve("big.pdf"));
        check(download.sha256().equals(sent.get()), "what was received differs");
        check(download.size() > Integer.MAX_VALUE, "the file is too small");
        return download.size();
      }
    }
  },

  A_MILLION_REPORTS {
    @Override
    long take(Path folder) {
      try (FixtureServer server = FixtureServer.start(BigAnswer::page).forgetting();
          OpalClient client = opal(server);
          Stream<Report> reports =
              client.listReports(ReportQuery.builder().pageSize(1000).build()).stream()) {
        return reports.mapToLong(Report::id).reduce(0, BigAnswer::next);
      }
    }
  },

  A_MILLION_CASES_IN_ONE_ANSWER {
    @Override
    long take(Path folder) {
      try (FixtureServer server = FixtureServer.start(request -> cases()).forgetting();
          EmedgeneClient client =
              EmedgeneClient.builder()
                  .baseUrl(server.url())
                  .allowPlainHttpOnLoopback()
                  .token("token")
                  .build();
          Stream<CaseListEntry> cases = client.streamCases(CaseStatus.FINALIZED)) {
        return cases
            .mapToLong(entry -> Long.parseLong(entry.name().substring(3)))
            .reduce(0, BigAnswer::next);
      }
    }
  };

  private static final long ROWS = 1_000_000;
  private static final long PDF_BYTES = 2L * 1024 * 1024 * 1024 + 4096;

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    long taken = valueOf(arguments[0]).take(Path.of(arguments[1]));
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        "taken %,d, peak heap %d MiB of %d MiB, %.1f s%n",
        taken,
        peak >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        (System.nanoTime() - start) / 1e9);
  }

  /** Takes it, and gives the number of bytes or rows. */
  abstract long take(Path folder) throws Exception;

  private static OpalClient opal(FixtureServer server) {
    return OpalClient.builder()
        .baseUrl(server.url())
        .allowPlainHttpOnLoopback()
        .credentials("login", "password")
        .build();
  }

  /** Counts rows that have to come in their order. */
  private static long next(long before, long row) {
    check(row == before + 1, "a row is missing or came twice");
    return row;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static Reply pdf(AtomicReference<String> sent) {
    return out -> {
      MessageDigest sha256 = newSha256();
      byte[] start = Samples.pdf(0);
      byte[] block = new byte[64 * 1024];
      long left = PDF_BYTES;
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: "
                  + PDF_BYTES
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (byte[] part = start; left > 0; part = left <= start.length ? start : block) {
        int count = (int) Math.min(part.length, left > start.length ? left - start.length : left);
        sha256.update(part, 0, count);
        sent.set(left == count ? HexFormat.of().formatHex(sha256.digest()) : null);
        out.write(part, 0, count);
        left -= count;
      }
      return true;
    };
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  private static Reply page(Received request) {
    long offset = Long.parseLong(request.query().replaceFirst(".*offset=(\\d+).*", "$1"));
    long limit = Long.parseLong(request.query().replaceFirst(".*limit=(\\d+).*", "$1"));
    return Reply.json(
        200,
        LongStream.rangeClosed(offset + 1, Math.min(ROWS, offset + limit))
            .mapToObj(id -> Samples.report(id, "CW-" + id))
            .collect(Collectors.joining(",", "{\"objects\": [", "]}")));
  }

  private static Reply cases() {
    return out -> {
      out.write(
          "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"total\": 1000000, \"hits\": ["
              .getBytes(StandardCharsets.US_ASCII));
      for (long row = 1; row <= ROWS; row++) {
        String entry =
            "%s{\"name\": \"EMG%09d\", \"status\": \"finalized\"}"
                .formatted(row == 1 ? "" : ",", row);
        out.write(entry.getBytes(StandardCharsets.US_ASCII));
      }
      out.write("]}".getBytes(StandardCharsets.US_ASCII));
      return false;
    };
  }
}
