package dev.casewright.conformance.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Marks a check that is made once for each operation of the contract. It verifies a {@link Claim},
 * and each operation gets a verdict of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest
@ArgumentsSource(EveryOperation.class)
public @interface ForEveryOperation {

  /**
   * Which operations.
   *
   * @return those that only read, or those that do more
   */
  Kind value() default Kind.READING;

  /**
   * Whether it is about values that are not allowed.
   *
   * @return true if operations whose parameters may hold anything are left out
   */
  boolean withWrongValues() default false;

  /** The two kinds of operations. */
  enum Kind {
    /** What changes nothing. */
    READING,
    /** What makes or changes something. */
    CHANGING
  }
}
