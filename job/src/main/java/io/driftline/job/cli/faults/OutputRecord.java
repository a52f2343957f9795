package io.driftline.job.cli.faults;

/**
 * What is remembered of a committed record, as digests of 64 bits: of two million records two
 * differ in all likelihood (1 − 10⁻⁷).
 *
 * @param identity of the topic, and of what makes the record this one: its id and the change it
 *     tells
 * @param content of all its bytes
 */
record OutputRecord(long identity, long content) implements Comparable<OutputRecord> {

  @Override
  public int compareTo(OutputRecord other) {
    int byIdentity = Long.compare(identity, other.identity);
    return byIdentity != 0 ? byIdentity : Long.compare(content, other.content);
  }
}
