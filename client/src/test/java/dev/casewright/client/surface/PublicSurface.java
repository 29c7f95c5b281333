package dev.casewright.client.surface;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What users can name: the exported packages, their public types and the members of these. */
final class PublicSurface {
  private final ModuleDescription module;
  private final Set<String> notForUsers;
  private final List<Class<?>> classes;

  /**
   * The surface of a module.
   *
   * @param module its description
   * @param notForUsers types that are public only because other packages of the client need them
   */
  PublicSurface(ModuleDescription module, Set<String> notForUsers) {
    this.module = module;
    this.notForUsers = notForUsers;
    this.classes = ClientClasses.all();
  }

  /** Sorted, one for each package, type and member. */
  List<String> lines() {
    Stream<String> exports = module.exported().stream().map(name -> "package " + name);
    Stream<String> hidden =
        visible()
            .filter(type -> !isForUsers(type))
            .map(type -> "not for users: " + Signature.plainName(type));
    return Stream.of(exports, signatures().map(Signature.Line::text), hidden)
        .flatMap(lines -> lines.sorted().distinct())
        .toList();
  }

  /** Types that users meet and cannot rely on, with where they meet them. */
  Set<String> strangers(Set<String> knownPackages) {
    return signatures()
        .flatMap(
            line ->
                line.shown().stream()
                    .filter(type -> isStrange(type, knownPackages))
                    .map(type -> Signature.plainName(type) + " in: " + line.text()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of the types that are said not to be for users, those that users cannot see any more. */
  Set<String> gone() {
    Set<String> seen = visible().map(Signature::plainName).collect(Collectors.toSet());
    return notForUsers.stream()
        .filter(name -> !seen.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Signature.Line> signatures() {
    return visible()
        .filter(this::isForUsers)
        .flatMap(
            type ->
                Stream.concat(
                    Stream.of(Signature.of(type)),
                    Signature.members(type).stream().map(Signature::of)));
  }

  private Stream<Class<?>> visible() {
    return classes.stream().filter(this::isExported).filter(PublicSurface::isPublic);
  }

  private static boolean isPublic(Class<?> type) {
    boolean open =
        Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
    return open && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
  }

  private boolean isForUsers(Class<?> type) {
    return !notForUsers.contains(Signature.plainName(type))
        && (type.getDeclaringClass() == null || isForUsers(type.getDeclaringClass()));
  }

  private boolean isOurs(Class<?> type) {
    return classes.contains(type);
  }

  private boolean isExported(Class<?> type) {
    return module.exported().contains(type.getPackageName());
  }

  private boolean isStrange(Class<?> type, Set<String> knownPackages) {
    return isOurs(type)
        ? !isExported(type) || !isForUsers(type) || !isPublic(type)
        : !type.isPrimitive()
            && knownPackages.stream().noneMatch(type.getPackageName()::startsWith);
  }
}
