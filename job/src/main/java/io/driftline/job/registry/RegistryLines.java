package io.driftline.job.registry;

import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.LineDecoder;
import io.driftline.job.ingest.LineFiles;
import io.driftline.job.ingest.SourcePosition;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The registry from files: one record per line, of an agent or a person, see {@link LineFiles} and
 * {@link RegistryDecoder#decodeLine}. All of it is known before event time begins.
 */
public final class RegistryLines implements LineDecoder<RegistryRecord> {

  private static final long serialVersionUID = 1L;

  private RegistryLines() {}

  /**
   * The records in {@code paths}.
   *
   * @param paths files, or folders to be read recursively
   */
  public static DataStream<RegistryRecord> of(StreamExecutionEnvironment env, Path... paths) {
    return env.fromSource(
            LineFiles.source(new RegistryLines(), TypeInformation.of(RegistryRecord.class), paths),
            RegistryTime.heldToTheEnd(),
            "registry")
        .uid("registry")
        .setParallelism(1);
  }

  @Override
  public RegistryRecord decode(byte[] line, SourcePosition position) {
    return RegistryDecoder.decodeLine(line, position);
  }

  @Override
  public RegistryRecord refused(DeadLetter letter) {
    return RegistryRecord.of(letter);
  }
}
