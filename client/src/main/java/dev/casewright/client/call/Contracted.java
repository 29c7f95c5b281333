package dev.casewright.client.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the contract says of an operation beyond its form. The generated interfaces carry it, so
 * that policy stays in the contract.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Contracted {
  /**
   * What the call does to the server ({@code x-effect}).
   *
   * @return the effect
   */
  Effect effect();

  /**
   * Whether it may be called again without harm ({@code x-idempotent}).
   *
   * @return true if it may
   */
  boolean idempotent();

  /**
   * The HTTP statuses that the contract knows for the answers of the operation.
   *
   * @return the statuses
   */
  int[] statuses();
}
