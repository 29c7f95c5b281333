package dev.casewright.client.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.client.call.Call;
import dev.casewright.client.error.ServerException;
import dev.casewright.client.fixture.Calls;
import dev.casewright.client.paging.Listing;
import dev.casewright.client.paging.Page;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    Iterator<String> walk = new PagedListing<>(this::call, call -> deaf, 1, row -> row).iterator();

    assertThat(walk.next()).isEqualTo("a");
    assertThatThrownBy(walk::hasNext)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("same page twice")
        .hasMessageStartingWith("getReports");
    assertThat(offsets).containsExactly(0, 1);
  }

  @Test
  void aPageIsKnownAgainByItsRowsEvenIfTheyChangedMeanwhile() {
    PageSource<String> deaf =
        (limit, offset) -> {
          offsets.add(offset);
          return List.of("a" + offset, "b" + offset);
        };
    Iterator<String> walk =
        new PagedListing<>(this::call, call -> deaf, 2, row -> row.charAt(0)).iterator();

    walk.next();
    walk.next();
    assertThatThrownBy(walk::hasNext).isInstanceOf(ServerException.class);
  }

  @Test
  void theSameRowsInAnotherOrderAreTheSamePageToo() {
    PageSource<String> deaf =
        (limit, offset) -> {
          offsets.add(offset);
          // So that the test ends whatever the walk does.
          return offsets.size() > 9 ? List.of() : rowsInTheOrderOf(offsets.size());
        };
    Iterator<String> walk = new PagedListing<>(this::call, call -> deaf, 2, row -> row).iterator();

    walk.next();
    walk.next();
    assertThatThrownBy(walk::hasNext)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("same page twice");
    assertThat(offsets).containsExactly(0, 2);
  }

  private static List<String> rowsInTheOrderOf(int reading) {
    return reading % 2 == 0 ? List.of("b", "a") : List.of("a", "b");
  }

  @Test
  void aRowThatIsLeftOfThePageBeforeIsNotTheSamePage() {
    assertThat(listing("ab", "b", "c").toList()).containsExactly("a", "b", "c");
  }

  @Test
  void aRowThatComesBackAfterAnotherPageIsGivenAgain() {
    assertThat(listing("ab", "cd", "ae").toList()).containsExactly("a", "b", "c", "d", "a", "e");
  }

  @Test
  void noPageIsReadBeforeItIsNeeded() {
    Iterator<String> walk = listing("ab", "cd", "ef").iterator();
    assertThat(offsets).isEmpty();

    walk.next();
    walk.next();
    assertThat(offsets).containsExactly(0);

    walk.next();
    assertThat(offsets).containsExactly(0, 2);
  }

  @Test
  void aStreamThatIsCutShortReadsNoMorePages() {
    assertThat(listing("ab", "cd", "ef").stream().limit(3)).containsExactly("a", "b", "c");
    assertThat(offsets).containsExactly(0, 2);
  }

  @Test
  void thePagesAreGivenAsTheyCameWithTheirOffsets() {
    assertThat(listing("ab", "bc", "", "d").pages())
        .containsExactly(
            new Page<>(0, List.of("a", "b")),
            new Page<>(2, List.of("b", "c")),
            new Page<>(6, List.of("d")));
  }

  @Test
  void ofAPageThatWasWalkedNothingIsKept() {
    Deque<List<Object>> pages = new ArrayDeque<>();
    pages.add(List.of(new Object()));
    pages.add(List.of(new Object()));
    WeakReference<Object> row = new WeakReference<>(pages.getFirst().get(0));
    Iterator<Object> walk =
        new PagedListing<Object>(
                this::call, call -> (limit, offset) -> pages.remove(), 1, Object::hashCode)
            .iterator();

    walk.next();
    walk.next();

    assertThat(isCollected(row)).isTrue();
  }

  private static boolean isCollected(WeakReference<Object> reference) {
    for (int round = 0; round < 50 && reference.get() != null; round++) {
      System.gc();
    }
    return reference.get() == null;
  }

  @Test
  void anEmptyListHasNoPagesAndNoRows() {
    assertThat(listing().pages()).isEmpty();
    assertThat(listing().firstPage().items()).isEmpty();
  }

  @Test
  void everyWalkStartsAnew() {
    Listing<String> listing =
        new PagedListing<>(
            this::call,
            call -> (limit, offset) -> offset == 0 ? List.of("a") : List.of(),
            5,
            row -> row);

    assertThat(listing.toList()).isEqualTo(listing.toList()).containsExactly("a");
  }

  @Test
  void aPageDoesNotPrintItsRows() {
    assertThat(new Page<>(0, List.of("canary"))).asString().doesNotContain("canary");
  }

  /** Each text is a page, each of its letters a row. */
  private Listing<String> listing(String... pages) {
    Iterator<String> next = List.of(pages).iterator();
    return new PagedListing<>(
        this::call,
        call ->
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
