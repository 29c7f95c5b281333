package dev.casewright.conformance.drift;

import java.util.regex.Pattern;

/**
 * Which names of unknown fields may be told. A name is told if a programmer may have given it, and
 * if it stands where the contract has named fields; otherwise it may be data, such as the key of a
 * map. So a name has letters, digits and {@code _}, starts with a small letter or {@code _}, is no
 * longer than 40 characters, and has no more than two digits in a row, as numbers and dates do.
 * Where more than 20 different ones are unknown at one place, it is a map after all, and none is
 * told.
 */
final class FieldNames {

  static final String MASKED = "*";
  static final int MOST_AT_A_PLACE = 20;

  private static final Pattern NAME = Pattern.compile("(?!.*\\d{3})[a-z_][A-Za-z0-9_]{0,39}");

  private FieldNames() {}

  static String shown(String name, boolean placeHasNamedFields) {
    return placeHasNamedFields && NAME.matcher(name).matches() ? name : MASKED;
  }
}
