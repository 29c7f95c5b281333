package dev.casewright.conformance.proof;

import dev.casewright.mockserver.ProofServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Benches that share work, each in a thread of its own. */
public final class Benches implements AutoCloseable {

  private final List<Bench> benches;
  private final ExecutorService threads;

  /** So many benches. */
  public Benches(int number) {
    this.benches =
        IntStream.range(0, number).mapToObj(each -> new Bench(ProofServer.start())).toList();
    this.threads = Executors.newFixedThreadPool(number);
  }

  /** The first of them. */
  public Bench first() {
    return benches.get(0);
  }

  /**
   * Does something with each of many things; blocks until all is done.
   *
   * @param things the things, each of which goes to the bench that is free first
   * @param work does it
   * @return what came of it, in no order
   */
  public <T, R> List<R> overAll(Collection<T> things, BiFunction<Bench, T, R> work) {
    Queue<T> left = new ConcurrentLinkedQueue<>(things);
    Queue<R> done = new ConcurrentLinkedQueue<>();
    List<Future<?>> shares = new ArrayList<>();
    for (Bench bench : benches) {
      shares.add(
          threads.submit(
              () -> {
                for (T thing = left.poll(); thing != null; thing = left.poll()) {
                  done.add(work.apply(bench, thing));
                }
              }));
    }
    shares.forEach(Benches::await);
    return List.copyOf(done);
  }

  private static void await(Future<?> share) {
    try {
      share.get();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The proof was interrupted.", interruption);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("A part of the proof failed.", failure.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    benches.forEach(Bench::close);
  }
}
