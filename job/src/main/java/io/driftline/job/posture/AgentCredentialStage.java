package io.driftline.job.posture;

import io.driftline.drift.CalendarDay;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.posture.AgentCredentials;
import io.driftline.posture.AgentCredentialsCodec;
import io.driftline.posture.ClosedUses;
import io.driftline.posture.CredentialChange;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.CredentialSettings;
import io.driftline.posture.CredentialUse;
import io.driftline.posture.Finding;
import io.driftline.registry.RegistryChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Compares what each agent authenticates with to what its record lists, keeps the inventory, and
 * tells each credential who uses and who lists it. A minute is judged when the watermark has passed
 * its end: by then the registry has said what it had to say of it.
 */
public final class AgentCredentialStage
    extends BucketStage<CredentialUse, AgentCredentials, Finding>
    implements TwoInputStreamOperator<CredentialUse, RegistryChange, Finding> {

  private static final long serialVersionUID = 1L;

  /** The side output of what each credential learns. */
  public static final OutputTag<CredentialNews> NEWS =
      new OutputTag<>("news", TypeInformation.of(CredentialNews.class));

  /** The side output of lines for the inventory. */
  public static final OutputTag<CredentialEntry> INVENTORY =
      new OutputTag<>("inventory", TypeInformation.of(CredentialEntry.class));

  private final CredentialSettings settings;
  private final SensitivityTable sensitivity;
  private transient FindingCounters counters;

  public AgentCredentialStage(
      StageSettings stage, CredentialSettings settings, SensitivityTable sensitivity) {
    super(stage);
    this.settings = settings;
    this.sensitivity = sensitivity;
  }

  @Override
  public void open() throws Exception {
    super.open();
    counters = new FindingCounters(getMetricGroup());
  }

  @Override
  public void processElement1(StreamRecord<CredentialUse> record) throws Exception {
    accept(record);
  }

  @Override
  public void processElement2(StreamRecord<RegistryChange> record) throws Exception {
    RegistryChange change = record.getValue();
    for (CredentialChange told : value(change.id(), change.time()).learn(change)) {
      output.collect(NEWS, new StreamRecord<>(CredentialNews.of(told), change.time()));
    }
    closeAlsoAt(change.time() + 1);
  }

  @Override
  protected String keyOf(CredentialUse use) {
    return use.agentId();
  }

  @Override
  protected long add(CredentialUse use, AgentCredentials credentials) {
    credentials.add(use);
    if (credentials.isFull()) {
      close(use.agentId(), credentials.firstEnd(), credentials);
    }
    return use.end();
  }

  @Override
  protected void close(String agentId, long end, AgentCredentials credentials) {
    ClosedUses closed = credentials.close(end, isOver());
    for (CredentialUse use : closed.uses()) {
      output.collect(NEWS, new StreamRecord<>(CredentialNews.of(use), use.last()));
    }
    for (CredentialEntry entry : closed.entries()) {
      output.collect(INVENTORY, new StreamRecord<>(entry, entry.lastUsed()));
    }
    for (Finding finding : closed.findings()) {
      counters.count(finding);
      output.collect(new StreamRecord<>(finding, finding.time()));
    }
    if (credentials.nextCheck() != Long.MAX_VALUE) {
      // Once a day is soon enough, and few timers.
      closeAlsoAt(CalendarDay.endOf(credentials.nextCheck()));
    }
  }

  @Override
  protected StoredValue<AgentCredentials> storedValue() {
    return new Stored(settings, sensitivity, new AgentCredentialsCodec(settings, sensitivity));
  }

  private record Stored(
      CredentialSettings settings, SensitivityTable sensitivity, AgentCredentialsCodec codec)
      implements StoredValue<AgentCredentials> {

    @Override
    public AgentCredentials fresh() {
      return new AgentCredentials(settings, sensitivity);
    }

    @Override
    public byte[] encode(AgentCredentials credentials) {
      return codec.encode(credentials);
    }

    @Override
    public AgentCredentials decode(byte[] bytes) {
      return codec.decode(bytes);
    }

    @Override
    public boolean isLasting(AgentCredentials credentials) {
      return credentials.isLasting();
    }

    @Override
    public long lastUsed(AgentCredentials credentials) {
      return credentials.lastSeen();
    }
  }
}
