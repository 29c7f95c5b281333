package dev.casewright.mockserver.space;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A setting of the server that a space can have otherwise. Thread-safe.
 *
 * @param <T> the type of the setting; its values must be immutable
 */
public final class PerSpace<T> {

  private final T atStart;
  private volatile T ofServer;
  private final Map<String, T> ofSpaces = new ConcurrentHashMap<>();

  /**
   * A setting that is the same in all spaces.
   *
   * @param ofServer its value at start
   */
  public PerSpace(T ofServer) {
    this.atStart = ofServer;
    this.ofServer = ofServer;
  }

  /**
   * The value that spaces have which do not have it otherwise.
   *
   * @return the server's value
   */
  public T ofServer() {
    return ofServer;
  }

  /**
   * The value in a space.
   *
   * @param space the name of the space
   * @return its own value, or else the server's
   */
  public T of(String space) {
    return ofSpaces.getOrDefault(space, ofServer);
  }

  /**
   * Changes the server's value. Spaces that have it otherwise keep theirs.
   *
   * @param change makes the new value out of the old one
   */
  public synchronized void changeServer(UnaryOperator<T> change) {
    ofServer = change.apply(ofServer);
  }

  /**
   * Changes the value in one space, which from then on is its own.
   *
   * @param space the name of the space
   * @param change makes the new value out of the one that the space has
   */
  public synchronized void change(String space, UnaryOperator<T> change) {
    ofSpaces.put(space, change.apply(of(space)));
  }

  /**
   * Gives a space the server's value again.
   *
   * @param space the name of the space
   */
  public synchronized void reset(String space) {
    ofSpaces.remove(space);
  }

  /** Gives the server the value again that it started with. Spaces keep theirs. */
  public synchronized void resetServer() {
    ofServer = atStart;
  }
}
