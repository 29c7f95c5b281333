package dev.casewright.mockserver.space;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A map that never changes: a change makes a new one that shares all but one path with it. A trie
 * of the hashes of its keys, five bits a level, which is four levels for a hundred thousand keys.
 */
final class PersistentMap<K, V> {

  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private final Branch root;
  private final int size;

  private PersistentMap(Branch root, int size) {
    this.root = root;
    this.size = size;
  }

  static <K, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(new Branch(0, new Object[0]), 0);
  }

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  Optional<V> get(K key) {
    Entry entry = find(key);
    return entry == null ? Optional.empty() : Optional.of((V) entry.value());
  }

  /** The values, in no order. */
  @SuppressWarnings("unchecked")
  Stream<V> values() {
    return entries(root).map(entry -> (V) entry.value());
  }

  private static Stream<Entry> entries(Branch branch) {
    return Arrays.stream(branch.parts())
        .flatMap(
            part ->
                part instanceof Branch further
                    ? entries(further)
                    : Stream.iterate((Entry) part, Objects::nonNull, Entry::next));
  }

  PersistentMap<K, V> with(K key, V value) {
    int more = find(key) == null ? 1 : 0;
    Entry entry = new Entry(spread(key), key, value, null);
    return new PersistentMap<>(root.with(entry, 0), size + more);
  }

  private Entry find(K key) {
    int hash = spread(key);
    Object there = root;
    for (int shift = 0; there instanceof Branch branch; shift += BITS) {
      there = branch.at(hash >>> shift);
    }
    Entry entry = (Entry) there;
    while (entry != null && !(entry.hash() == hash && entry.key().equals(key))) {
      entry = entry.next();
    }
    return entry;
  }

  /** The hashes of neighbouring numbers are neighbours too. */
  private static int spread(Object key) {
    int spread = key.hashCode() * 0x9E3779B9;
    return spread ^ (spread >>> 15);
  }

  /**
   * A value with its key.
   *
   * @param next another one whose hash is the same; null without one
   */
  private record Entry(int hash, Object key, Object value, Entry next) {

    /** This entry before those with the same hash, without the one that it replaces. */
    Entry before(Entry others) {
      return new Entry(hash, key, value, without(key, others));
    }

    private static Entry without(Object key, Entry entries) {
      if (entries == null) {
        return null;
      }
      Entry rest = without(key, entries.next());
      return entries.key().equals(key)
          ? rest
          : new Entry(entries.hash(), entries.key(), entries.value(), rest);
    }
  }

  /**
   * Parts by the next bits of the hash.
   *
   * @param there which of the parts are there, a bit for each
   * @param parts those that are there: branches and entries
   */
  private record Branch(int there, Object[] parts) {

    Object at(int hash) {
      int bit = 1 << (hash & MASK);
      return (there & bit) == 0 ? null : parts[place(bit)];
    }

    Branch with(Entry entry, int shift) {
      int bit = 1 << ((entry.hash() >>> shift) & MASK);
      int place = place(bit);
      if ((there & bit) == 0) {
        Object[] more = new Object[parts.length + 1];
        System.arraycopy(parts, 0, more, 0, place);
        more[place] = entry;
        System.arraycopy(parts, place, more, place + 1, parts.length - place);
        return new Branch(there | bit, more);
      }
      Object[] changed = Arrays.copyOf(parts, parts.length);
      changed[place] = joined(parts[place], entry, shift + BITS);
      return new Branch(there, changed);
    }

    private static Object joined(Object part, Entry entry, int shift) {
      if (part instanceof Branch branch) {
        return branch.with(entry, shift);
      }
      Entry other = (Entry) part;
      return other.hash() == entry.hash()
          ? entry.before(other)
          : new Branch(0, new Object[0]).with(other, shift).with(entry, shift);
    }

    private int place(int bit) {
      return Integer.bitCount(there & (bit - 1));
    }
  }
}
