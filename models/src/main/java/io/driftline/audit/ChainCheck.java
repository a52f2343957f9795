package io.driftline.audit;

import java.util.EnumMap;
import java.util.Map;

/**
 * Checks one chain, record by record in the order of the trail. Memory is that of one hash as long
 * as nothing is missing.
 *
 * <p>It proves that the records are those that were chained, each once and in their order. A chain
 * that was written anew from some record on, hashes and all, is as good as the first one unless a
 * seal, or the end that an earlier check found, is known from elsewhere.
 *
 * @param <P> says where a record lies
 */
public final class ChainCheck<P> {

  private final AuditSeal verified;
  private final AuditSeal sealed;
  private final Map<ChainFault, Long> faults = new EnumMap<>(ChainFault.class);
  private final SequenceGaps gaps = new SequenceGaps();

  private long records;
  private long begin = 1;
  private long next = 1;

  /** Of the record before; {@code null} where that is not to be trusted, or not there. */
  private String last = AuditHash.NOTHING_BEFORE;

  private BrokenLink<P> first;

  /**
   * A check that knows how the chain ended earlier on.
   *
   * @param verified the end that an earlier check found, with which records from before it may be
   *     gone; {@code null} for none
   * @param sealed the latest seal; {@code null} for none
   */
  public ChainCheck(AuditSeal verified, AuditSeal sealed) {
    this.verified = verified;
    this.sealed = sealed;
  }

  /** Takes the next record of the chain. */
  public void accept(ChainLink link, P position) {
    if (records++ == 0) {
      begin(link);
    }
    if (link.sound()) {
      place(link, position);
      compare(link, verified, position);
      compare(link, sealed, position);
    } else {
      broken(ChainFault.ALTERED, link.seq(), 1, position);
      skip(link);
    }
  }

  /** What was found; all records are in. */
  public ChainReport<P> report() {
    AuditSeal end = verified != null && verified.isBeyond(sealed) ? verified : sealed;
    if (end != null && end.seq() >= next) {
      broken(ChainFault.CUT, next, end.seq() - next + 1, null);
    }
    long sealedTo = sealed == null ? begin - 1 : sealed.seq();
    return new ChainReport<>(
        records, begin, next - 1, last, Math.max(0, next - 1 - sealedTo), faults, first);
  }

  /** What lies before an end that was verified may have been deleted in the meantime. */
  private void begin(ChainLink link) {
    if (verified != null && link.sound() && link.seq() - 1 <= verified.seq()) {
      begin = link.seq();
      next = link.seq();
      last = begin == 1 ? last : begin - 1 == verified.seq() ? verified.hash() : null;
    }
  }

  private void place(ChainLink link, P position) {
    if (link.seq() < next) {
      comesLate(link.seq(), position);
      return;
    }
    if (link.seq() > next) {
      gaps.add(next, link.seq() - 1);
      broken(ChainFault.MISSING, next, link.seq() - next, position);
    } else if (last != null && !last.equals(link.prev())) {
      broken(ChainFault.UNLINKED, link.seq(), 1, position);
    }
    next = link.seq() + 1;
    last = link.hash();
  }

  private void comesLate(long seq, P position) {
    if (!gaps.fill(seq)) {
      broken(ChainFault.REPEATED, seq, 1, position);
      return;
    }
    faults.compute(ChainFault.MISSING, (fault, count) -> count == 1 ? null : count - 1);
    broken(ChainFault.REORDERED, seq, 1, position);
    if (first.fault() == ChainFault.MISSING && first.seq() == seq) {
      first = new BrokenLink<>(ChainFault.REORDERED, seq, first.position());
    }
  }

  /** An altered record keeps its place, if that is where it stands, and links to nothing. */
  private void skip(ChainLink link) {
    if (link.seq() == next) {
      next++;
      last = null;
    }
  }

  private void compare(ChainLink link, AuditSeal known, P position) {
    if (known != null && known.seq() == link.seq() && !known.hash().equals(link.hash())) {
      broken(ChainFault.REPLACED, link.seq(), 1, position);
    }
  }

  private void broken(ChainFault fault, long seq, long count, P position) {
    faults.merge(fault, count, Long::sum);
    if (first == null) {
      first = new BrokenLink<>(fault, seq, position);
    }
  }
}
