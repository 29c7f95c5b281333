package dev.casewright.mockserver.time;

import dev.casewright.mockserver.space.PerSpace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The clock of the server, and those of spaces that have one of their own. Where a method takes a
 * space, nothing stands for the server. Thread-safe.
 */
public final class Clocks {

  private final Clock base;
  private final PerSpace<ClockSetting> settings = new PerSpace<>(ClockSetting.AS_STARTED);
  private final List<Consumer<Optional<String>>> listeners = new CopyOnWriteArrayList<>();

  /**
   * All spaces have the same clock to begin with.
   *
   * @param base the clock that the server is started with
   */
  public Clocks(Clock base) {
    this.base = base;
  }

  /**
   * The clock of a space, which need not be there yet. It follows all that is set later.
   *
   * @param space the name of the space
   * @return its own clock, or else the server's
   */
  public Clock of(String space) {
    return new Shown(Optional.of(space), ZoneOffset.UTC);
  }

  /**
   * The time that a clock shows.
   *
   * @param space the name of the space
   * @return the time
   */
  public Instant now(Optional<String> space) {
    return setting(space).now(base);
  }

  /**
   * Whether a clock stands still.
   *
   * @param space the name of the space
   * @return true from freezing until resetting
   */
  public boolean isFrozen(Optional<String> space) {
    return setting(space).frozenAt().isPresent();
  }

  /**
   * Stops a clock at the time that it shows.
   *
   * @param space the name of the space
   */
  public void freeze(Optional<String> space) {
    change(space, setting -> ClockSetting.standingAt(setting.now(base)));
  }

  /**
   * Sets a clock to a time and stops it there.
   *
   * @param space the name of the space
   * @param time the time, which may be earlier than what the clock shows
   * @throws IllegalArgumentException if it is not from 1970 to 9999
   */
  public void freezeAt(Optional<String> space, Instant time) {
    ClockSetting there = ClockSetting.standingAt(time);
    change(space, setting -> there);
  }

  /**
   * Sets a clock forward; it stands still or runs on as before.
   *
   * @param space the name of the space
   * @param time by how much
   * @throws IllegalArgumentException if it is negative or leads beyond the year 9999
   */
  public void advance(Optional<String> space, Duration time) {
    change(space, setting -> setting.advancedBy(time, base));
  }

  /**
   * Gives a space the clock of the server again, or the server the one that it was started with.
   *
   * @param space the name of the space
   */
  public void reset(Optional<String> space) {
    forget(space);
    tell(space);
  }

  /**
   * Gives a space the clock of the server again without telling anybody, because the space itself
   * starts anew.
   *
   * @param space the name of the space
   */
  public void resetWith(String space) {
    forget(Optional.of(space));
  }

  /**
   * Adds what is to be told when a clock was changed.
   *
   * @param listener gets the name of the space, or nothing if it was the clock of the server
   */
  public void onChange(Consumer<Optional<String>> listener) {
    listeners.add(listener);
  }

  private ClockSetting setting(Optional<String> space) {
    return space.map(settings::of).orElseGet(settings::ofServer);
  }

  private void change(Optional<String> space, UnaryOperator<ClockSetting> change) {
    space.ifPresentOrElse(
        name -> settings.change(name, change), () -> settings.changeServer(change));
    tell(space);
  }

  private void forget(Optional<String> space) {
    space.ifPresentOrElse(settings::reset, settings::resetServer);
  }

  private void tell(Optional<String> space) {
    listeners.forEach(listener -> listener.accept(space));
  }

  private final class Shown extends Clock {

    private final Optional<String> space;
    private final ZoneId zone;

    Shown(Optional<String> space, ZoneId zone) {
      this.space = space;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return now(space);
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Shown(space, other);
    }
  }
}
