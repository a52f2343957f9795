package io.driftline.job.cli.audit;

import io.driftline.audit.ChainLink;
import io.driftline.job.ingest.SourcePosition;

/**
 * What verification needs of one record.
 *
 * @param position where it lies
 * @param chain which chain it belongs to; {@code null} if it cannot be read
 * @param link its place there; {@code null} if it cannot be read
 * @param time of the action; {@code null} if it cannot be read
 * @param complete whether it says who asked and how the system answered
 * @param fault why it cannot be read; {@code null} if it can
 */
record ReadRecord(
    SourcePosition position,
    ChainName chain,
    ChainLink link,
    String time,
    boolean complete,
    String fault) {

  static ReadRecord unreadable(SourcePosition position, String fault) {
    return new ReadRecord(position, null, null, null, false, fault);
  }

  boolean isReadable() {
    return fault == null;
  }
}
