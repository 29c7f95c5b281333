package dev.casewright.mockserver.webhook;

import dev.casewright.mockserver.schedule.Scheduler;
import dev.casewright.mockserver.schedule.SystemScheduler;
import dev.casewright.mockserver.space.CaseMove;
import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.space.SpaceWatcher;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Sends each change of a case's status to the targets of its space (EMG-HOOK-01, EMG-HOOK-02): to
 * each target in order per case, and again after 1, 2, 4 and 8 seconds if it is not taken.
 *
 * <p>What the vendor sends beside a JSON object is not public, so the members of the body, the
 * signature and the rest are the mock's own. Where no target is registered there is no thread.
 * Thread-safe.
 */
public final class Webhooks implements SpaceWatcher, AutoCloseable {

  /** How many targets a space can have. */
  public static final int TARGETS = 10;

  /** How many notices a space keeps, sent or waiting. */
  public static final int DELIVERIES = 1_000;

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int THREADS = 8;

  private final TargetRule rule;
  private final ReceiverTrust trust;
  private final Post post;
  private final NoticeSender sender;
  private final Supplier<Scheduler> schedulers;
  private final ProgressAlarm alarm;
  private final Predicate<Space> isThere;
  private final Map<String, Mailbox> mailboxes = new LinkedHashMap<>();
  private Optional<Scheduler> scheduler = Optional.empty();
  private long targets;
  private long notices;
  private boolean closed;

  /**
   * No targets yet.
   *
   * @param rule where targets may be
   * @param trust whom receivers with TLS have to be vouched for by
   * @param post sends
   * @param schedulers makes a scheduler when the first target comes
   * @param alarm wakes spaces up whose cases go on as time goes by
   * @param isThere whether a space is there, and was not removed
   */
  Webhooks(
      TargetRule rule,
      ReceiverTrust trust,
      Post post,
      Supplier<Scheduler> schedulers,
      ProgressAlarm alarm,
      Predicate<Space> isThere) {
    this.rule = rule;
    this.trust = trust;
    this.post = post;
    this.sender = new NoticeSender(post);
    this.schedulers = schedulers;
    this.alarm = alarm;
    this.isThere = isThere;
  }

  /**
   * Webhooks of a server, without targets yet.
   *
   * @param anywhere whether notices may be sent beyond this machine
   * @param frozen whether the clock of a space stands still
   * @param isThere whether a space is there, and was not removed
   * @param deadlines ends in time what is being sent; not closed here
   * @return the webhooks
   */
  public static Webhooks of(
      boolean anywhere, Predicate<String> frozen, Predicate<Space> isThere, Scheduler deadlines) {
    TargetRule rule = new TargetRule(anywhere, InetAddress::getAllByName);
    ReceiverTrust trust = new ReceiverTrust();
    return new Webhooks(
        rule,
        trust,
        new SocketPost(rule, trust, deadlines, LIMIT),
        () -> new SystemScheduler("casewright-webhook", THREADS),
        new ProgressAlarm(frozen),
        isThere);
  }

  /**
   * Trusts receivers that an authority vouches for, beside those of the Java runtime.
   *
   * @param authority the certificate of the authority
   */
  public void trust(X509Certificate authority) {
    trust.add(authority);
  }

  /**
   * Adds a target to a space. Looks its host name up, which may block.
   *
   * @param space the space
   * @param url its address, with http or https
   * @param secret what bodies are signed with; not blank
   * @return the target
   * @throws IllegalArgumentException if the address may not be a target or the secret is blank
   * @throws IllegalStateException if the space was removed or has as many targets as it can, or the
   *     server is closed
   */
  public WebhookTarget register(Space space, URI url, String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("The secret is blank. Give a text to sign bodies with.");
    }
    URI checked = rule.checked(url);
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("The server is closed and sends nothing any more.");
      }
      // A mailbox of a space that is gone would stand in the way of its successor's.
      if (!isThere.test(space)) {
        throw new IllegalStateException(
            "Space " + space.name() + " was removed. Take it from the server anew.");
      }
      Mailbox mailbox =
          mailboxes.computeIfAbsent(space.name(), name -> new Mailbox(space, DELIVERIES));
      if (mailbox.targets().size() == TARGETS) {
        throw new IllegalStateException(
            "Space "
                + space.name()
                + " has "
                + TARGETS
                + " targets and no more. Remove one first.");
      }
      targets++;
      WebhookTarget target = new WebhookTarget(Long.toString(targets), checked, secret);
      mailbox.add(target);
      if (scheduler.isEmpty()) {
        scheduler = Optional.of(schedulers.get());
      }
      scheduler.ifPresent(open -> alarm.set(space, open));
      return target;
    }
  }

  /**
   * The targets of a space.
   *
   * @param space the name of the space
   * @return the targets, oldest first
   */
  public synchronized List<WebhookTarget> targets(String space) {
    return mailbox(space).map(Mailbox::targets).orElseGet(List::of);
  }

  /**
   * Forgets a target; what waits for it is given up.
   *
   * @param space the name of the space
   * @param target the id of the target
   * @return false if the space has no such target
   */
  public boolean remove(String space, String target) {
    boolean was;
    synchronized (this) {
      was = mailbox(space).map(mailbox -> mailbox.remove(target)).orElse(false);
    }
    restWhereNothingIsLeft().ifPresent(Scheduler::stop);
    return was;
  }

  /**
   * What was sent or is being sent from a space: the last {@value #DELIVERIES}.
   *
   * @param space the name of the space
   * @return the deliveries, oldest first
   */
  public synchronized List<Delivery> deliveries(String space) {
    return mailbox(space).map(Mailbox::deliveries).orElseGet(List::of);
  }

  /**
   * How many notices of a space were not sent because too many were waiting.
   *
   * @param space the name of the space
   * @return a count from 0
   */
  public synchronized long dropped(String space) {
    return mailbox(space).map(Mailbox::dropped).orElse(0L);
  }

  /**
   * Sends a finished delivery once more, under the same id, with all attempts before it.
   *
   * @param space the name of the space
   * @param delivery the id of the delivery
   * @return the delivery, pending again; nothing if there is no such one
   * @throws IllegalStateException if it is pending or its target was removed
   */
  public synchronized Optional<Delivery> replay(String space, String delivery) {
    return mailbox(space)
        .filter(mailbox -> mailbox.delivery(delivery).isPresent())
        .flatMap(
            mailbox -> {
              mailbox.replay(delivery).ifPresent(lane -> go(mailbox, lane));
              return mailbox.delivery(delivery);
            });
  }

  /**
   * Forgets the targets and deliveries of a space.
   *
   * @param space the name of the space
   */
  public void reset(String space) {
    synchronized (this) {
      forget(space);
    }
    restWhereNothingIsLeft().ifPresent(Scheduler::stop);
  }

  /**
   * Looks anew when cases go on, after a clock was changed.
   *
   * @param space the name of the space; nothing for all
   */
  public synchronized void clockChanged(Optional<String> space) {
    scheduler.ifPresent(
        open ->
            mailboxes.values().stream()
                .filter(mailbox -> !mailbox.targets().isEmpty())
                .map(Mailbox::space)
                .filter(one -> space.map(one.name()::equals).orElse(true))
                .forEach(one -> alarm.set(one, open)));
  }

  @Override
  public synchronized void changed(Space space, List<CaseMove> moves) {
    Optional<Mailbox> mailbox =
        mailbox(space.name()).filter(found -> found.space() == space && !found.targets().isEmpty());
    mailbox.ifPresent(
        found -> {
          for (CaseMove move : moves) {
            found.targets().forEach(target -> notice(found, target, move));
          }
          scheduler.ifPresent(open -> alarm.set(space, open));
        });
  }

  private void notice(Mailbox mailbox, WebhookTarget target, CaseMove move) {
    notices++;
    mailbox
        .add(mailbox.space().name() + "-" + notices, target, move)
        .ifPresent(lane -> go(mailbox, lane));
  }

  private void go(Mailbox mailbox, Mailbox.Lane lane) {
    scheduler.ifPresent(open -> sender.go(mailbox, lane, open));
  }

  private Optional<Mailbox> mailbox(String space) {
    return Optional.ofNullable(mailboxes.get(space));
  }

  /** Gives the scheduler that is not needed any more. */
  private synchronized Optional<Scheduler> restWhereNothingIsLeft() {
    boolean used = false;
    for (Mailbox mailbox : mailboxes.values()) {
      if (mailbox.targets().isEmpty()) {
        alarm.forget(mailbox.space());
      } else {
        used = true;
      }
    }
    if (used) {
      return Optional.empty();
    }
    Optional<Scheduler> unused = scheduler;
    scheduler = Optional.empty();
    return unused;
  }

  /** Breaks off what is being sent; returns when no thread is left. May be repeated. */
  @Override
  public void close() {
    Optional<Scheduler> unused;
    synchronized (this) {
      closed = true;
      List.copyOf(mailboxes.keySet()).forEach(this::forget);
      unused = restWhereNothingIsLeft();
    }
    post.close();
    unused.ifPresent(Scheduler::close);
  }

  private void forget(String space) {
    mailbox(space)
        .ifPresent(
            mailbox -> {
              mailbox.targets().forEach(target -> mailbox.remove(target.id()));
              alarm.forget(mailbox.space());
            });
    mailboxes.remove(space);
  }
}
