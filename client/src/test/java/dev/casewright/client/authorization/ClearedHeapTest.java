package dev.casewright.client.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.casewright.client.emedgene.EmedgeneClient;
import dev.casewright.client.emedgene.EmedgeneClientBuilder;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.OpalClient;
import dev.casewright.client.opal.OpalClientBuilder;
import feign.Client;
import feign.Response;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks for passwords and tokens in dumps of the heap; what the transport holds is not looked at.
 */
@Tag("full")
class ClearedHeapTest {
  /** Backwards, so that the test itself is not what is found. */
  private static final String BACKWARDS = "drowssap-yranac-taht-ydobon-sesu";

  private static final String TOKEN_BACKWARDS = "nekot-yranac-taht-ydobon-sesu";

  private static final Client TRANSPORT =
      (request, options) ->
          Response.builder()
              .request(request)
              .status(200)
              .body(
                  request.url().contains("login")
                      ? "{\"access_token\": \"%s\", \"token_type\": \"bearer\"}"
                          .formatted(turned(TOKEN_BACKWARDS))
                      : Samples.report(1, "a"),
                  StandardCharsets.UTF_8)
              .build();

  @TempDir private Path folder;

  @Test
  void aClearedClientAndItsBuilderHoldNeitherPasswordNorToken() throws Exception {
    OpalClientBuilder opalBuilder =
        OpalClient.builder().baseUrl(URI.create("https://localhost:1")).transport(TRANSPORT);
    EmedgeneClientBuilder emedgeneBuilder =
        EmedgeneClient.builder().baseUrl(URI.create("https://localhost:1")).transport(TRANSPORT);
    giveCredentials(opalBuilder, emedgeneBuilder);
    OpalClient opal = opalBuilder.build();
    EmedgeneClient emedgene = emedgeneBuilder.build();
    opal.getReport(1);
    emedgene.getCandidates("EMG000000001");
    assertThat(heapHoldsThePassword()).isTrue();
    assertThat(heapHoldsTheToken()).isTrue();

    opal.clearCredentials();
    emedgene.clearCredentials();

    assertThat(heapHoldsThePassword()).isFalse();
    assertThat(heapHoldsTheToken()).isFalse();
    opal.close();
    emedgene.close();
    Reference.reachabilityFence(opalBuilder);
    Reference.reachabilityFence(emedgeneBuilder);
  }

  private static void giveCredentials(OpalClientBuilder opal, EmedgeneClientBuilder emedgene) {
    byte[] password = password();
    char[] text = new String(password, StandardCharsets.ISO_8859_1).toCharArray();
    opal.credentials("login", text);
    emedgene.credentials("user", text);
    Arrays.fill(text, '\0');
    Arrays.fill(password, (byte) 0);
  }

  private static byte[] password() {
    byte[] password = new byte[BACKWARDS.length()];
    for (int index = 0; index < password.length; index++) {
      password[index] = (byte) BACKWARDS.charAt(password.length - 1 - index);
    }
    return password;
  }

  /** Looks for it as characters, as a text, and within the header of HTTP Basic. */
  private boolean heapHoldsThePassword() throws IOException {
    byte[] text = password();
    byte[] characters = new byte[2 * text.length];
    for (int index = 0; index < text.length; index++) {
      characters[2 * index + 1] = text[index];
    }
    byte[] login = "login:".getBytes(StandardCharsets.US_ASCII);
    byte[] pair = Arrays.copyOf(login, login.length + text.length);
    System.arraycopy(text, 0, pair, login.length, text.length);
    byte[] header = Base64.getEncoder().withoutPadding().encode(pair);
    for (byte[] pattern : new byte[][] {text, characters, pair, header}) {
      turn(pattern);
    }
    byte[] heap = turnedHeap();
    return holds(heap, text) || holds(heap, characters) || holds(heap, header);
  }

  private boolean heapHoldsTheToken() throws IOException {
    byte[] text = turned(TOKEN_BACKWARDS).getBytes(StandardCharsets.ISO_8859_1);
    turn(text);
    return holds(turnedHeap(), text);
  }

  private static String turned(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private byte[] turnedHeap() throws IOException {
    Path dump = folder.resolve("heap-" + System.nanoTime() + ".hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    byte[] heap = Files.readAllBytes(dump);
    turn(heap);
    return heap;
  }

  /** What is looked for lies in the heap in another form while the heap is dumped. */
  private static void turn(byte[] bytes) {
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] ^= 0x5A;
    }
  }

  private static boolean holds(byte[] heap, byte[] pattern) {
    for (int start = 0; start + pattern.length <= heap.length; start++) {
      if (heap[start] == pattern[0]
          && Arrays.equals(heap, start, start + pattern.length, pattern, 0, pattern.length)) {
        return true;
      }
    }
    return false;
  }
}
