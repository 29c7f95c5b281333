package dev.casewright.mockserver.seed;

/** Numbers that look random and are the same for the same seed, place and purpose. */
record Dice(long seed) {

  /** From 0 to below the bound. */
  int roll(long place, int purpose, int bound) {
    return (int) Long.remainderUnsigned(hash(place, purpose), bound);
  }

  /** The steps of SplitMix64. */
  long hash(long place, int purpose) {
    long mixed = seed + (place * 31 + purpose) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
