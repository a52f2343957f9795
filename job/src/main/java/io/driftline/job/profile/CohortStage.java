package io.driftline.job.profile;

import io.driftline.baseline.BaselineSettings;
import io.driftline.baseline.CohortBaselineCodec;
import io.driftline.baseline.CohortCounts;
import io.driftline.baseline.CohortCountsCodec;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Merges the counts of a cohort and publishes what its members usually do, bucket by bucket. */
public final class CohortStage extends BucketStage<CohortDelta, CohortCounts, CohortVersion>
    implements OneInputStreamOperator<CohortDelta, CohortVersion> {

  private static final long serialVersionUID = 1L;

  /** A snapshot for every twentieth more of actions keeps a young cohort fresh. */
  private static final double GROWTH = 1.05;

  private static final long MAX_AGE_MILLIS = 3_600_000L;

  private final BaselineSettings baselineSettings;
  private final long bucketMillis;

  public CohortStage(StageSettings settings, BaselineSettings baselineSettings, long bucketMillis) {
    super(settings);
    this.baselineSettings = baselineSettings;
    this.bucketMillis = bucketMillis;
  }

  @Override
  public void processElement(StreamRecord<CohortDelta> record) throws Exception {
    accept(record);
  }

  @Override
  protected String keyOf(CohortDelta delta) {
    return delta.cohort();
  }

  @Override
  protected long add(CohortDelta delta, CohortCounts counts) {
    delta.addTo(counts.arrivals(delta.bucketStart()));
    return counts.endOf(delta.bucketStart());
  }

  @Override
  protected void close(String cohort, long end, CohortCounts counts) {
    counts.foldUpTo(end);
    if (counts.isDue(end, GROWTH, MAX_AGE_MILLIS)) {
      byte[] snapshot = CohortBaselineCodec.encode(counts.snapshot(end));
      output.collect(new StreamRecord<>(new CohortVersion(cohort, end, snapshot), end));
    }
  }

  @Override
  protected StoredValue<CohortCounts> storedValue() {
    return new StoredCounts(baselineSettings, bucketMillis);
  }

  private record StoredCounts(BaselineSettings settings, long bucketMillis)
      implements StoredValue<CohortCounts> {
    @Override
    public CohortCounts fresh() {
      return new CohortCounts(settings, bucketMillis);
    }

    @Override
    public byte[] encode(CohortCounts counts) {
      return CohortCountsCodec.encode(counts);
    }

    @Override
    public CohortCounts decode(byte[] bytes) {
      return CohortCountsCodec.decode(bytes, fresh());
    }

    @Override
    public long lastUsed(CohortCounts counts) {
      return counts.lastSeen();
    }
  }
}
