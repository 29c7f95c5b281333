package dev.casewright.conformance.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds the class files of a library. */
public final class ClassFiles {

  private ClassFiles() {}

  /**
   * Reads the class files of a package and of those below it, as far as they lie in the same jar or
   * folder as a given class: tests may have the same packages elsewhere.
   *
   * @param basePackage the package
   * @param oneOfThem a class of that jar or folder
   * @return contents by file names such as {@code dev/casewright/A.class}, in the order of the
   *     names
   */
  public static Map<String, byte[]> of(String basePackage, Class<?> oneOfThem) {
    Map<String, byte[]> files = new TreeMap<>();
    ReflectionSupport.findAllClassesInPackage(
            basePackage, type -> liesBeside(type, oneOfThem), name -> true)
        .forEach(
            type -> {
              String file = type.getName().replace('.', '/') + ".class";
              files.put(file, read(type, file));
            });
    return files;
  }

  private static boolean liesBeside(Class<?> type, Class<?> other) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    CodeSource wanted = other.getProtectionDomain().getCodeSource();
    return source != null
        && source.getLocation().toString().equals(wanted.getLocation().toString());
  }

  private static byte[] read(Class<?> type, String file) {
    try (InputStream in = type.getResourceAsStream("/" + file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the class file " + file + ".", e);
    }
  }
}
