package dev.casewright.mockserver;

import java.util.List;

/**
 * What a server serves.
 *
 * @param apis the APIs, one after the other
 * @param seedPack the name of the seed pack that spaces start with
 * @param spaces the names of the spaces that are there now
 */
public record MockContents(List<ServedApi> apis, String seedPack, List<String> spaces) {

  /** Copies the lists. */
  public MockContents {
    apis = List.copyOf(apis);
    spaces = List.copyOf(spaces);
  }

  /**
   * One of the APIs.
   *
   * @param name {@code opal} or {@code emedgene}
   * @param operations how many operations its contract has
   * @param requirements how many requirements its register has
   */
  public record ServedApi(String name, int operations, int requirements) {}
}
