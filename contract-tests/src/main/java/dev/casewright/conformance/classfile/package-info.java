/** Reads class files, for what is made of them: digests and lists of words. */
package dev.casewright.conformance.classfile;
