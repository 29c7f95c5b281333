package dev.casewright.client.fault;

import dev.casewright.client.error.CasewrightException;
import dev.casewright.client.fixture.Received;
import dev.casewright.client.fixture.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One line of the table: what goes wrong, and how the client takes it.
 *
 * @param name what goes wrong
 * @param operation what the client does meanwhile
 * @param place where it takes the server to be
 * @param server makes a server's behaviour, anew for each run; empty for one that drops every
 *     connection unread
 * @param limit which of the client's times runs out
 * @param exception what the call ends with; empty if it goes well
 * @param words what the message says
 * @param requests how many requests the server has read, those of the JDK itself included
 * @param connectionStays whether the answer was read to its end, so that its connection may be kept
 *     for the next call
 */
record Fault(
    String name,
    Operation operation,
    Place place,
    Optional<Supplier<Function<Received, Reply>>> server,
    Limit limit,
    Optional<Class<? extends CasewrightException>> exception,
    List<String> words,
    int requests,
    boolean connectionStays) {

  /** A fault that makes no difference, until it is told one. */
  static Fault of(String name, Operation operation) {
    return new Fault(
        name,
        operation,
        Place.SERVER,
        Optional.empty(),
        Limit.NONE,
        Optional.empty(),
        List.of(),
        0,
        false);
  }

  Fault at(Place where) {
    return new Fault(
        name,
        operation,
        where,
        server,
        limit,
        exception,
        words,
        requests,
        connectionStays);
  }

  Fault by(Reply reply) {
    return by(() -> request -> reply);
  }

  /** The replies in turn; the last one for all that follow. */
  Fault by(Reply... replies) {
    return by(() -> new InTurn(replies));
  }

  Fault by(Supplier<Function<Received, Reply>> behaviour) {
    return new Fault(
        name,
        operation,
        place,
        Optional.of(behaviour),
        limit,
        exception,
        words,
        requests,
        connectionStays);
  }

  Fault runsInto(Limit time) {
    return new Fault(
        name, operation, place, server, time, exception, words, requests, connectionStays);
  }

  Fault endsWith(Class<? extends CasewrightException> type, String... said) {
    return new Fault(
        name,
        operation,
        place,
        server,
        limit,
        Optional.of(type),
        List.of(said),
        requests,
        connectionStays);
  }

  Fault after(int count) {
    return new Fault(
        name, operation, place, server, limit, exception, words, count, connectionStays);
  }

  Fault keepsItsConnection() {
    return new Fault(name, operation, place, server, limit, exception, words, requests, true);
  }

  @Override
  public String toString() {
    return name + ", " + operation;
  }
}
