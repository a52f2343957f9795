package io.driftline.job.posture;

import io.driftline.drift.CalendarDay;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.posture.CredentialSettings;
import io.driftline.posture.CredentialWatch;
import io.driftline.posture.CredentialWatchCodec;
import io.driftline.posture.Finding;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Judges each credential by all agents that use it. */
public final class CredentialStage extends BucketStage<CredentialNews, CredentialWatch, Finding>
    implements OneInputStreamOperator<CredentialNews, Finding> {

  private static final long serialVersionUID = 1L;

  private final CredentialSettings settings;
  private transient FindingCounters counters;

  public CredentialStage(StageSettings stage, CredentialSettings settings) {
    super(stage);
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    counters = new FindingCounters(getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<CredentialNews> record) throws Exception {
    accept(record);
  }

  @Override
  protected String keyOf(CredentialNews news) {
    return news.credential();
  }

  @Override
  protected long add(CredentialNews news, CredentialWatch watch) {
    if (news.use() != null) {
      watch.add(news.use());
      if (watch.isFull()) {
        close(news.credential(), watch.firstEnd(), watch);
      }
    } else {
      watch.learn(news.change());
    }
    return news.end();
  }

  @Override
  protected void close(String credential, long end, CredentialWatch watch) {
    for (Finding finding : watch.close(end, isOver())) {
      counters.count(finding);
      output.collect(new StreamRecord<>(finding, finding.time()));
    }
    if (watch.nextCheck() != Long.MAX_VALUE) {
      // Once a day is soon enough, and few timers.
      closeAlsoAt(CalendarDay.endOf(watch.nextCheck()));
    }
  }

  @Override
  protected StoredValue<CredentialWatch> storedValue() {
    return new Stored(settings, new CredentialWatchCodec(settings));
  }

  private record Stored(CredentialSettings settings, CredentialWatchCodec codec)
      implements StoredValue<CredentialWatch> {

    @Override
    public CredentialWatch fresh() {
      return new CredentialWatch(settings);
    }

    @Override
    public byte[] encode(CredentialWatch watch) {
      return codec.encode(watch);
    }

    @Override
    public CredentialWatch decode(byte[] bytes) {
      return codec.decode(bytes);
    }

    @Override
    public boolean isLasting(CredentialWatch watch) {
      return watch.isLasting();
    }

    @Override
    public long lastUsed(CredentialWatch watch) {
      return watch.lastSeen();
    }
  }
}
