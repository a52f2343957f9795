package io.driftline.job.cli.audit;

import io.driftline.job.ingest.SourcePosition;
import java.io.IOException;
import java.util.List;

/** Where records of the trail, or seals, are read from. */
interface Trail extends AutoCloseable {

  /** A record as it lies there, and where. */
  record Entry(byte[] bytes, SourcePosition position) {}

  /** The next records, those of one agent in their order; none at the end. */
  List<Entry> next() throws IOException;

  @Override
  void close() throws IOException;
}
