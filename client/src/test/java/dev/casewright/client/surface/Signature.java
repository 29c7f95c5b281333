package dev.casewright.client.surface;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes types and members as text of our own, so that it is the same on every JDK. */
final class Signature {
  private static final String OWN = "dev.casewright.client.";

  /** The classes that were written so far. */
  private final Set<Class<?>> shown;

  private Signature(Set<Class<?>> shown) {
    this.shown = shown;
  }

  /** The text of a type or member, and the classes that it shows. */
  record Line(String text, Set<Class<?>> shown) {}

  static Line of(Class<?> type) {
    Signature signature = newSignature();
    return new Line(signature.declaration(type), signature.shown);
  }

  static Line of(Member member) {
    Signature signature = newSignature();
    String owner = plainName(member.getDeclaringClass());
    return new Line(owner + "  " + signature.declaration(member), signature.shown);
  }

  private static Signature newSignature() {
    return new Signature(new LinkedHashSet<>());
  }

  private String declaration(Class<?> type) {
    List<String> words = new ArrayList<>();
    words.add(plainName(type) + variables(type.getTypeParameters()));
    words.add("is " + modifiers(type.getModifiers() & ~Modifier.INTERFACE) + kind(type));
    Type parent = type.getGenericSuperclass();
    if (parent != null && parent != Object.class && !type.isRecord() && !type.isEnum()) {
      words.add("extends " + text(parent));
    }
    if (type.getGenericInterfaces().length > 0) {
      words.add("implements " + texts(type.getGenericInterfaces()));
    }
    return String.join(" ", words);
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isRecord()) {
      return "record";
    }
    return type.isEnum() ? "enum" : "class";
  }

  private String declaration(Member member) {
    String modifiers = modifiers(member.getModifiers() & ~Modifier.TRANSIENT & ~Modifier.VOLATILE);
    if (member instanceof Field field) {
      return modifiers + text(field.getGenericType()) + " " + field.getName();
    }
    Executable called = (Executable) member;
    String variables = variables(called.getTypeParameters());
    return modifiers
        + (variables.isEmpty() ? "" : variables + " ")
        + (called instanceof Method method
            ? text(method.getGenericReturnType()) + " " + method.getName()
            : "new")
        + "("
        + texts(called.getGenericParameterTypes())
        + ")"
        + (called.getExceptionTypes().length == 0
            ? ""
            : " throws " + texts(called.getGenericExceptionTypes()));
  }

  /** What a caller has to know; of a method in an interface, "abstract" goes without saying. */
  private static String modifiers(int modifiers) {
    int told =
        modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT);
    String text = Modifier.toString(told);
    return text.isEmpty() ? "" : text + " ";
  }

  private String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(variable -> variable.getName() + bounds(variable))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private String bounds(TypeVariable<?> variable) {
    Type[] bounds = variable.getBounds();
    return Arrays.equals(bounds, new Type[] {Object.class}) ? "" : " extends " + texts(bounds);
  }

  private String texts(Type[] types) {
    return Arrays.stream(types).map(this::text).collect(Collectors.joining(", "));
  }

  private String text(Type type) {
    if (type instanceof Class<?> plain) {
      if (plain.isArray()) {
        return text(plain.getComponentType()) + "[]";
      }
      shown.add(plain);
      return plainName(plain);
    }
    if (type instanceof ParameterizedType generic) {
      return text(generic.getRawType()) + "<" + texts(generic.getActualTypeArguments()) + ">";
    }
    if (type instanceof GenericArrayType array) {
      return text(array.getGenericComponentType()) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    return type.getTypeName();
  }

  private String wildcard(WildcardType wildcard) {
    if (wildcard.getLowerBounds().length > 0) {
      return "? super " + texts(wildcard.getLowerBounds());
    }
    Type[] bounds = wildcard.getUpperBounds();
    return Arrays.equals(bounds, new Type[] {Object.class}) ? "?" : "? extends " + texts(bounds);
  }

  /** Without what stands before almost everything. */
  static String plainName(Class<?> type) {
    String name = type.getName().replace('$', '.');
    if (name.startsWith(OWN)) {
      return name.substring(OWN.length());
    }
    return type.isPrimitive() || !type.getPackageName().equals("java.lang")
        ? name
        : type.getSimpleName();
  }

  /** What users can call, without what every object has. */
  static List<Member> members(Class<?> type) {
    List<Member> members = new ArrayList<>();
    members.addAll(Arrays.asList(type.getDeclaredFields()));
    members.addAll(Arrays.asList(type.getDeclaredConstructors()));
    members.addAll(
        Arrays.stream(type.getDeclaredMethods()).filter(Signature::isOfTheTypeItself).toList());
    return members.stream().filter(Signature::isForUsers).toList();
  }

  private static boolean isForUsers(Member member) {
    boolean inherited = !Modifier.isFinal(member.getDeclaringClass().getModifiers());
    return !member.isSynthetic()
        && (Modifier.isPublic(member.getModifiers())
            || Modifier.isProtected(member.getModifiers()) && inherited);
  }

  private static boolean isOfTheTypeItself(Method method) {
    return switch (method.getName()) {
      case "toString", "hashCode" -> method.getParameterCount() > 0;
      case "equals" -> !Arrays.equals(method.getParameterTypes(), new Class<?>[] {Object.class});
      default -> true;
    };
  }
}
