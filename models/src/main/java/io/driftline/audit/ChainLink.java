package io.driftline.audit;

import java.util.Objects;

/**
 * What a record says about its place in its agent's chain.
 *
 * @param seq its number, from 1
 * @param prev the hash of the record before, as the record states it
 * @param hash its own hash, as the record states it
 * @param sound whether that is the hash of its canonical bytes
 */
public record ChainLink(long seq, String prev, String hash, boolean sound) {

  public ChainLink {
    Objects.requireNonNull(prev, "prev");
    Objects.requireNonNull(hash, "hash");
    if (seq < 1) {
      throw new IllegalArgumentException("records are numbered from 1, got " + seq);
    }
  }
}
