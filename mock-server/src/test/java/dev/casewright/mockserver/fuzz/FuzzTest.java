package dev.casewright.mockserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.RawExchange;
import dev.casewright.mockserver.transport.Limit;
import dev.casewright.mockserver.transport.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bad requests of every kind, from a seed that is printed, over real sockets. */
class FuzzTest {

  private static final int WORKERS = 3;
  private static final int WARM_UP = 500;
  private static final int CONNECTIONS = 64;
  private static final long MAY_GROW_BYTES = 32L * 1024 * 1024;
  private static final int MAY_GROW_THREADS = 24;

  private final long seed = Long.getLong("casewright.fuzz.seed", System.nanoTime());

  @Test
  @Timeout(120)
  void someThousandBadRequestsDoNoHarm() throws Exception {
    fuzz(5_000);
  }

  @Test
  @Tag("full")
  @Timeout(900)
  void aHundredThousandBadRequestsDoNoHarm() throws Exception {
    fuzz(100_000);
  }

  private void fuzz(int requests) throws Exception {
    System.out.println("fuzz seed " + seed + ", " + requests + " requests");
    Limits limits = Limits.defaults().with(Limit.CONNECTIONS, CONNECTIONS);
    try (MockServer server = MockServer.builder().plainHttpPort(0).limits(limits).start()) {
      WrongCalls calls = new WrongCalls(server, "fuzz", "open");
      String state = state(server);
      assertThat(run(server, calls, 0, WARM_UP)).isEmpty();
      server.space("open").reset();
      long memory = usedMemory();
      long threads = threadsOfServers();

      assertThat(run(server, calls, WARM_UP, requests)).as("seed %s", seed).isEmpty();

      server.space("open").reset();
      assertThat(server.contractBreaches()).isZero();
      assertThat(state(server)).isEqualTo(state);
      assertThat(usedMemory()).isLessThan(memory + MAY_GROW_BYTES);
      assertThat(threadsOfServers()).isLessThan(threads + MAY_GROW_THREADS);
      assertThat(connectionsThatAreTaken(server)).isEqualTo(CONNECTIONS);
    }
  }

  private Queue<String> run(MockServer server, WrongCalls calls, int from, int to)
      throws InterruptedException {
    Queue<String> findings = new ConcurrentLinkedQueue<>();
    List<Thread> workers = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      int first = from + worker;
      Thread thread =
          new Thread(
              () -> {
                try (FuzzConnection plain = new FuzzConnection(server, false);
                    FuzzConnection tls = new FuzzConnection(server, true)) {
                  for (int i = first; i < to && findings.size() < 20; i += WORKERS) {
                    BadRequest request = request(i, calls);
                    boolean overTls = i % 20 == 0 || request.whole() && i % 2 == 0;
                    tell(i, request, overTls ? tls : plain, findings);
                  }
                } catch (IOException e) {
                  findings.add("closing failed: " + e);
                }
              });
      workers.add(thread);
      thread.start();
    }
    for (Thread worker : workers) {
      worker.join();
    }
    return findings;
  }

  private static void tell(
      int number, BadRequest request, FuzzConnection connection, Queue<String> findings) {
    String finding;
    String answer = "";
    try {
      answer = connection.send(request);
      finding = AnswerRules.broken(answer).orElse(null);
    } catch (SocketTimeoutException hang) {
      finding = "hangs";
    } catch (IOException e) {
      finding = "cannot be sent: " + e;
    }
    if (finding != null) {
      findings.add(
          "request %d (%s): %s%n>>> %s%n<<< %s"
              .formatted(number, request.kind(), finding, shown(request.bytes()), start(answer)));
    }
  }

  private BadRequest request(int number, WrongCalls calls) {
    RandomGenerator random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> MalformedHttp.one(random);
      case 3, 4 -> OddPaths.one(random);
      case 5 -> AdminCalls.one(random);
      default -> calls.one(random);
    };
  }

  private static String state(MockServer server) {
    return get(server, "/__mock/api/spaces/fuzz")
        + get(server, "/__mock/api")
        + get(server, "/__mock/api/spaces/default")
        + get(server, "/__admin/mappings?limit=0");
  }

  private static String get(MockServer server, String path) {
    return RawExchange.over(server, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").body();
  }

  /** By their names, since the tools of the test have threads of their own. */
  private static long threadsOfServers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("casewright"))
        .count();
  }

  private static long usedMemory() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** As many as may be open at once can be opened, once the server has seen the others go. */
  private static int connectionsThatAreTaken(MockServer server) throws IOException {
    int most = 0;
    for (int attempt = 0; attempt < 200 && most < CONNECTIONS; attempt++) {
      List<Socket> open = new ArrayList<>();
      try {
        int taken = 0;
        for (int i = 0; i < CONNECTIONS; i++) {
          Socket socket = new Socket("localhost", server.plainHttpUrl().orElseThrow().getPort());
          open.add(socket);
          socket.setSoTimeout(10_000);
          socket
              .getOutputStream()
              .write(
                  "GET /reports HTTP/1.1\r\nHost: localhost\r\n\r\n"
                      .getBytes(StandardCharsets.US_ASCII));
          String start = new String(socket.getInputStream().readNBytes(12));
          taken += start.endsWith(" 401") ? 1 : 0;
        }
        most = Math.max(most, taken);
      } finally {
        for (Socket socket : open) {
          socket.close();
        }
      }
    }
    return most;
  }

  private static String shown(byte[] bytes) {
    return start(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static String start(String text) {
    return text.substring(0, Math.min(600, text.length())).replaceAll("[^\\x20-\\x7e\\n]", ".");
  }
}
