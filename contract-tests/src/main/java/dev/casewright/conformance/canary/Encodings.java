package dev.casewright.conformance.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The forms in which a value may stand in a file, in lower case. */
final class Encodings {

  private static final int BYTES_PER_GROUP = 3;
  private static final int BITS_PER_BYTE = 8;
  private static final int BITS_PER_DIGIT = 6;

  private Encodings() {}

  static Set<String> of(String value) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(value);
    forms.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
    String markup = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    forms.add(markup);
    forms.add(markup.replace("\"", "&quot;").replace("'", "&#39;"));
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    forms.add(encoded);
    forms.add(encoded.replace("+", "%20"));
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    forms.add(HexFormat.of().formatHex(bytes));
    for (int before = 0; before < BYTES_PER_GROUP; before++) {
      String inBase64 = withinBase64(bytes, before);
      forms.add(inBase64);
      forms.add(inBase64.replace('+', '-').replace('/', '_'));
    }
    Set<String> lower = new LinkedHashSet<>();
    forms.forEach(form -> lower.add(form.toLowerCase(Locale.ROOT)));
    return lower;
  }

  /** The digits that depend on the value alone, wherever it stands in a longer text. */
  private static String withinBase64(byte[] value, int bytesBefore) {
    byte[] all = new byte[bytesBefore + value.length];
    System.arraycopy(value, 0, all, bytesBefore, value.length);
    int first = (bytesBefore * BITS_PER_BYTE + BITS_PER_DIGIT - 1) / BITS_PER_DIGIT;
    int end = all.length * BITS_PER_BYTE / BITS_PER_DIGIT;
    return Base64.getEncoder().encodeToString(all).substring(first, end);
  }
}
