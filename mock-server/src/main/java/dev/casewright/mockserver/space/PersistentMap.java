package dev.casewright.mockserver.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sorted map that never changes: a change makes a new one that shares all but one path with it. A
 * treap, whose balance comes from the hashes of its keys.
 */
final class PersistentMap<K extends Comparable<K>, V> {

  private final Node<K, V> root;
  private final int size;

  private PersistentMap(Node<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(null, 0);
  }

  int size() {
    return size;
  }

  Optional<V> get(K key) {
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key());
      if (order == 0) {
        return Optional.of(node.value());
      }
      node = order < 0 ? node.left() : node.right();
    }
    return Optional.empty();
  }

  PersistentMap<K, V> with(K key, V value) {
    boolean replaces = get(key).isPresent();
    return new PersistentMap<>(put(root, key, value), replaces ? size : size + 1);
  }

  /** The values by rising key. */
  List<V> values() {
    List<V> values = new ArrayList<>(size);
    collect(root, values);
    return values;
  }

  private static <K, V> void collect(Node<K, V> node, List<V> values) {
    if (node != null) {
      collect(node.left(), values);
      values.add(node.value());
      collect(node.right(), values);
    }
  }

  private static <K extends Comparable<K>, V> Node<K, V> put(Node<K, V> node, K key, V value) {
    if (node == null) {
      return new Node<>(key, value, null, null);
    }
    int order = key.compareTo(node.key());
    if (order == 0) {
      return new Node<>(key, value, node.left(), node.right());
    }
    if (order < 0) {
      Node<K, V> left = put(node.left(), key, value);
      return left.rank() > node.rank()
          ? left.with(left.left(), node.with(left.right(), node.right()))
          : node.with(left, node.right());
    }
    Node<K, V> right = put(node.right(), key, value);
    return right.rank() > node.rank()
        ? right.with(node.with(node.left(), right.left()), right.right())
        : node.with(node.left(), right);
  }

  private record Node<K, V>(K key, V value, Node<K, V> left, Node<K, V> right) {

    Node<K, V> with(Node<K, V> otherLeft, Node<K, V> otherRight) {
      return new Node<>(key, value, otherLeft, otherRight);
    }

    /** Spread, since the hashes of neighbouring numbers are neighbours too. */
    int rank() {
      int spread = key.hashCode() * 0x9E3779B9;
      spread = (spread ^ (spread >>> 15)) * 0x85EBCA6B;
      return spread ^ (spread >>> 13);
    }
  }
}
