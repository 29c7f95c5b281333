package dev.casewright.conformance.check;

import dev.casewright.openapi.Effect;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the requirements that a test verifies: it fails if a server breaks one of them.
 *
 * <p>The coverage table is made from these annotations and from the references in the pacts; an id
 * that no register has, and a requirement that nothing verifies, fail the build.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Verifies {

  /**
   * The ids of the requirements, such as {@code OPAL-PDF-02}.
   *
   * @return one id or more
   */
  String[] value();

  /**
   * The strongest thing that the check does to its target, if its requirements do not say so.
   *
   * @return one effect, or none
   */
  Effect[] effect() default {};

  /**
   * Whether the variants of the check have different effects: those that do more than is allowed
   * are skipped one by one, and the others are made.
   *
   * @return true if the effect is that of the strongest variant
   */
  boolean effectByVariant() default false;

  /**
   * What the check sends that no correct client would send.
   *
   * @return all kinds, or none
   */
  Probe[] probe() default {};
}
