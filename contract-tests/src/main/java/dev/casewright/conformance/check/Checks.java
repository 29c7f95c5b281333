package dev.casewright.conformance.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of checks. Parameters of their methods, and of methods before each, may be of the
 * types {@code OpalTarget}, {@code EmedgeneTarget} and {@code TargetControl}; within one check they
 * belong together.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CheckExtension.class)
public @interface Checks {}
