package dev.casewright.client.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.call.Call;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Calls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
  private final List<Integer> offsets = new ArrayList<>();

  @Test
  void aShortPageDoesNotEndTheWalkButTwoEmptyOnesDo() {
    Listing<String> listing = listing("ab", "c", "", "d", "", "", "never");

    assertThat(listing.toList()).containsExactly("a", "b", "c", "d");
    assertThat(offsets).containsExactly(0, 2, 3, 5, 6, 8);
  }

  @Test
  void aRowThatMovedOverTheEdgeOfAPageIsGivenOnce() {
    assertThat(listing("ab", "bc").toList()).containsExactly("a", "b", "c");
  }

  @Test
  void theSamePageTwiceIsAnErrorAndNotAnEndlessList() {
    PageSource<String> deaf =
        (limit, offset) -> {
          offsets.add(offset);
          return List.of("a");
        };
    Iterator<String> walk = new Listing<>(this::call, deaf, 1, row -> row).iterator();

    assertThat(walk.next()).isEqualTo("a");
    assertThatThrownBy(walk::hasNext)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("same page twice")
        .hasMessageStartingWith("getReports");
    assertThat(offsets).containsExactly(0, 1);
  }

  @Test
  void anEmptyListHasNoPagesAndNoRows() {
    assertThat(listing().pages()).isEmpty();
    assertThat(listing().firstPage().items()).isEmpty();
  }

  @Test
  void everyWalkStartsAnew() {
    Listing<String> listing =
        new Listing<>(
            this::call, (limit, offset) -> offset == 0 ? List.of("a") : List.of(), 5, row -> row);

    assertThat(listing.toList()).isEqualTo(listing.toList()).containsExactly("a");
  }

  @Test
  void aPageDoesNotPrintItsRows() {
    assertThat(new Page<>(0, List.of("canary"))).asString().doesNotContain("canary");
  }

  /** Each text is a page, each of its letters a row. */
  private Listing<String> listing(String... pages) {
    Iterator<String> next = List.of(pages).iterator();
    return new Listing<>(
        this::call,
        (limit, offset) -> {
          offsets.add(offset);
          return next.hasNext()
              ? next.next().chars().mapToObj(Character::toString).toList()
              : List.of();
        },
        2,
        row -> row);
  }

  private Call call() {
    return Call.reading("getReports", Duration.ofMinutes(1), Calls.settings());
  }
}
