package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  /** A key whose hash many others have. */
  private record Alike(int number) {
    @Override
    public int hashCode() {
      return number % 3;
    }
  }

  @Test
  void itHoldsWhatAMapHolds() {
    Random random = new Random(5);
    Map<Integer, Integer> expected = new HashMap<>();
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 5_000; i++) {
      int key = random.nextInt(2_000);
      expected.put(key, i);
      map = map.with(key, i);
    }

    assertThat(map.size()).isEqualTo(expected.size());
    assertThat(map.values()).containsExactlyInAnyOrderElementsOf(expected.values());
    for (int key = -10; key < 2_010; key++) {
      assertThat(map.get(key).orElse(null)).isEqualTo(expected.get(key));
    }
  }

  @Test
  void keysWithTheSameHashAreKeptApart() {
    PersistentMap<Alike, Integer> map = PersistentMap.empty();
    for (int round = 0; round < 2; round++) {
      for (int key = 0; key < 30; key++) {
        map = map.with(new Alike(key), key + 100 * round);
      }
    }

    assertThat(map.size()).isEqualTo(30);
    assertThat(map.values()).hasSize(30);
    for (int key = 0; key < 30; key++) {
      assertThat(map.get(new Alike(key))).contains(key + 100);
    }
    assertThat(map.get(new Alike(30))).isEmpty();
  }

  @Test
  void aChangeLeavesTheMapBeforeAsItWas() {
    PersistentMap<Integer, String> before = PersistentMap.<Integer, String>empty().with(1, "one");

    PersistentMap<Integer, String> after = before.with(1, "uno").with(2, "due");

    assertThat(before.get(1)).contains("one");
    assertThat(before.get(2)).isEmpty();
    assertThat(after.get(1)).contains("uno");
    assertThat(after.get(2)).contains("due");
  }

  @Test
  void itTakesManyKeysInOrder() {
    PersistentMap<Long, Long> map = PersistentMap.empty();
    for (long key = 0; key < 200_000; key++) {
      map = map.with(key, key);
    }

    assertThat(map.size()).isEqualTo(200_000);
    assertThat(map.get(123_456L)).contains(123_456L);
  }
}
