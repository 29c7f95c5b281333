package dev.casewright.client.download;

/** What becomes of a file that is already there under the name of a download. */
public enum ExistingFile {
  /**
   * It is kept, and the download fails. (In a file system without hard links, a file that another
   * program creates in the very moment of the last step is overwritten.)
   */
  KEEP,

  /**
   * The download takes its place in one step, once it is complete and checked; until then, and if
   * the download fails, the old file is there as it was. Of a symbolic link, the link is replaced
   * and not what it points to.
   */
  REPLACE
}
