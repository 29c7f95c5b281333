package dev.casewright.conformance.mask;

import dev.casewright.conformance.classfile.ClassFiles;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The texts that stand in the code of a package. They are read from its class files, so that no
 * list of words has to be kept by hand.
 */
final class TextConstants {

  private static final int UTF8 = 1;
  private static final int STRING = 8;
  private static final int MAGIC_AND_VERSION = 8;

  private TextConstants() {}

  /** The texts in the classes of a package and of those below it, as {@link ClassFiles} has it. */
  static Set<String> of(String basePackage, Class<?> oneOfThem) {
    Set<String> texts = new HashSet<>();
    ClassFiles.of(basePackage, oneOfThem)
        .forEach(
            (name, content) -> {
              try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
                texts.addAll(read(in));
              } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the class file " + name + ".", e);
              }
            });
    return texts;
  }

  /** Reads the constant pool as chapter 4.4 of the JVM specification lays it out. */
  private static Set<String> read(DataInputStream in) throws IOException {
    in.skipNBytes(MAGIC_AND_VERSION);
    int count = in.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    Set<Integer> strings = new HashSet<>();
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> texts.put(index, in.readUTF());
        case STRING -> strings.add(in.readUnsignedShort());
        case 7, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          index++;
        }
        default -> throw new IOException("Unknown constant " + tag + " in a class file.");
      }
    }
    return strings.stream().map(texts::get).collect(Collectors.toSet());
  }
}
