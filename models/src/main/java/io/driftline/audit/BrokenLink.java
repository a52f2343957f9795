package io.driftline.audit;

import java.util.Objects;

/**
 * Where a chain is broken.
 *
 * @param <P> says where a record lies
 * @param fault what is wrong
 * @param seq number of the record that is at fault, or of the first one that is not there
 * @param position where that was noticed; {@code null} for the end of the chain
 */
public record BrokenLink<P>(ChainFault fault, long seq, P position) {

  public BrokenLink {
    Objects.requireNonNull(fault, "fault");
  }
}
