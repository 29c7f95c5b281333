package dev.casewright.mockserver.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  @Test
  void itHoldsWhatASortedMapHolds() {
    Random random = new Random(5);
    TreeMap<Integer, Integer> expected = new TreeMap<>();
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 5_000; i++) {
      int key = random.nextInt(2_000);
      expected.put(key, i);
      map = map.with(key, i);
    }

    assertThat(map.values()).isEqualTo(new ArrayList<>(expected.values()));
    assertThat(map.size()).isEqualTo(expected.size());
    for (int key = 0; key < 2_000; key++) {
      assertThat(map.get(key).orElse(null)).isEqualTo(expected.get(key));
    }
  }

  @Test
  void aChangeLeavesTheMapBeforeAsItWas() {
    PersistentMap<Integer, String> before = PersistentMap.<Integer, String>empty().with(1, "one");

    PersistentMap<Integer, String> after = before.with(1, "uno").with(2, "due");

    assertThat(before.values()).isEqualTo(List.of("one"));
    assertThat(after.values()).isEqualTo(List.of("uno", "due"));
  }

  @Test
  void keysInOrderDoNotMakeItDeep() {
    PersistentMap<Long, Long> map = PersistentMap.empty();
    for (long key = 0; key < 200_000; key++) {
      map = map.with(key, key);
    }

    assertThat(map.values()).hasSize(200_000);
  }
}
