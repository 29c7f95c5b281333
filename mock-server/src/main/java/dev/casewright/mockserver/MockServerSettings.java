package dev.casewright.mockserver;

import dev.casewright.mockserver.journal.JournalEntry;
import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.seed.SeedChoice;
import dev.casewright.mockserver.space.ProgressPolicy;
import dev.casewright.mockserver.tls.HostName;
import dev.casewright.mockserver.transport.Addresses;
import dev.casewright.mockserver.transport.Protection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What one server is started with, complete: what the builder was not told is filled in. Immutable.
 *
 * @param addresses where to listen
 * @param protection what keeps the server from harm
 * @param certificates whom clients meet
 * @param tokens how Emedgene tokens are made
 * @param data what spaces hold and how it goes on
 * @param behaviour how requests are answered
 * @param surroundings what else comes from outside
 * @param additions what users add of their own
 */
record MockServerSettings(
    Addresses addresses,
    Protection protection,
    Certificates certificates,
    TokenMaking tokens,
    Data data,
    Behaviour behaviour,
    Surroundings surroundings,
    Additions additions) {

  /**
   * Whom clients meet.
   *
   * @param caFolder where the development CA is kept; nothing if it stays in memory
   * @param hosts the names that the server stands in for
   */
  record Certificates(Optional<Path> caFolder, Set<HostName> hosts) {}

  /**
   * How Emedgene tokens are made.
   *
   * @param key the secret to sign with; tokens take a copy
   * @param lifetime how long a token is good for
   */
  record TokenMaking(byte[] key, Duration lifetime) {}

  /**
   * What spaces hold and how it goes on.
   *
   * @param seedPack what they start with
   * @param ofCases how fast new cases go on
   * @param ofReports how fast reports go on that are being processed
   */
  record Data(SeedChoice seedPack, ProgressPolicy ofCases, ProgressPolicy ofReports) {}

  /**
   * How requests are answered.
   *
   * @param deviations the requirements that are broken from the start
   * @param switches the switches that are turned from the start, and how
   * @param answerLimit the most bytes of a list
   * @param webhooksAnywhere whether webhooks are sent beyond this machine
   * @param foresight whether it can be found out which deviations would change something
   */
  record Behaviour(
      Set<String> deviations,
      Map<String, String> switches,
      long answerLimit,
      boolean webhooksAnywhere,
      boolean foresight) {

    Behaviour {
      deviations = Set.copyOf(deviations);
      switches = Map.copyOf(switches);
    }
  }

  /**
   * What else comes from outside.
   *
   * @param clock tells the time for state and tokens
   * @param random chooses the names of new cases
   * @param scheduler makes what lets answers wait
   */
  record Surroundings(Clock clock, RandomGenerator random, Supplier<Scheduler> scheduler) {}

  /**
   * What users add of their own.
   *
   * @param mappings the folder of their WireMock mappings
   * @param exchangeListeners what is told of each exchange
   */
  record Additions(Optional<Path> mappings, List<Consumer<JournalEntry>> exchangeListeners) {

    Additions {
      exchangeListeners = List.copyOf(exchangeListeners);
    }
  }
}
