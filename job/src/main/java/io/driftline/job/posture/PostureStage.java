package io.driftline.job.posture;

import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.posture.Finding;
import io.driftline.posture.PostureSettings;
import io.driftline.posture.PostureWatch;
import io.driftline.posture.PostureWatchCodec;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Judges each agent by what the registry says: what it does when it does it, and what is wrong
 * without its doing anything as time goes by.
 *
 * <p>News goes in when it arrives. A use that is fine costs no timer: one is set per agent, for the
 * earliest thing that is due.
 */
public final class PostureStage extends AgentStage<IdentifiedAction, PostureWatch, Finding>
    implements TwoInputStreamOperator<IdentifiedAction, PostureNews, Finding> {

  private static final long serialVersionUID = 1L;

  private final PostureSettings settings;
  private final SensitivityTable sensitivity;
  private transient Consumer<Finding> out;
  private transient FindingCounters counters;

  public PostureStage(
      StageSettings stage,
      TypeInformation<IdentifiedAction> inputType,
      PostureSettings settings,
      SensitivityTable sensitivity) {
    super(stage, inputType);
    this.settings = settings;
    this.sensitivity = sensitivity;
  }

  @Override
  public void open() throws Exception {
    super.open();
    counters = new FindingCounters(getMetricGroup());
    out = this::tell;
  }

  @Override
  public void processElement1(StreamRecord<IdentifiedAction> record) throws Exception {
    accept(record);
  }

  @Override
  public void processElement2(StreamRecord<PostureNews> record) throws Exception {
    PostureNews news = record.getValue();
    PostureWatch watch = value(news.agentId(), news.time());
    if (news.accusation() != null) {
      watch.accuse(news.accusation(), currentWatermark(), out);
    } else {
      watch.learn(news.agentId(), news.change(), currentWatermark(), out);
    }
    setAlarm(watch);
  }

  /**
   * In event-time order all up to the action's time is known and nothing later counts yet, however
   * far the watermark leaps: what is due before the action comes before it.
   */
  @Override
  protected void handle(IdentifiedAction in, long time, PostureWatch watch, boolean late) {
    boolean inOrder = stageSettings().ordering() == Ordering.EVENT_TIME && !late;
    if (inOrder) {
      watch.catchUp(time, currentWatermark(), out);
    }
    watch.use(in.action(), inOrder ? time : currentWatermark(), out);
    setAlarm(watch);
  }

  @Override
  protected void wake(String agentId, long time) throws Exception {
    PostureWatch watch = value(agentId, time);
    if (currentWatermark() == Long.MAX_VALUE) {
      watch.settle(out);
    } else {
      watch.wake(time, currentWatermark(), out);
      setAlarm(watch);
    }
  }

  private void setAlarm(PostureWatch watch) {
    long alarm = watch.nextAlarm();
    if (alarm != Long.MAX_VALUE) {
      wakeAt(alarm);
    }
  }

  private void tell(Finding finding) {
    counters.count(finding);
    output.collect(new StreamRecord<>(finding, finding.time()));
  }

  @Override
  protected String agentOf(IdentifiedAction in) {
    return in.action().agentId();
  }

  @Override
  protected StoredValue<PostureWatch> storedValue() {
    return new StoredWatch(settings, sensitivity, new PostureWatchCodec(settings, sensitivity));
  }

  private record StoredWatch(
      PostureSettings settings, SensitivityTable sensitivity, PostureWatchCodec codec)
      implements StoredValue<PostureWatch> {

    @Override
    public PostureWatch fresh() {
      return new PostureWatch(settings, sensitivity);
    }

    @Override
    public byte[] encode(PostureWatch watch) {
      return codec.encode(watch);
    }

    @Override
    public PostureWatch decode(byte[] bytes) {
      return codec.decode(bytes);
    }

    @Override
    public long lastUsed(PostureWatch watch) {
      return watch.lastHeard();
    }

    /** A registry tells of an agent once: what it said is kept until it takes the agent out. */
    @Override
    public boolean isLasting(PostureWatch watch) {
      return watch.isRegistered();
    }
  }
}
