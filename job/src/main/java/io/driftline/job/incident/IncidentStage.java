package io.driftline.job.incident;

import io.driftline.incident.HiddenSignal;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentLedger;
import io.driftline.incident.IncidentLedgerCodec;
import io.driftline.incident.IncidentSettings;
import io.driftline.incident.Signal;
import io.driftline.incident.Suppressions;
import io.driftline.incident.Told;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Puts together what was raised about each agent, and tells of it as incidents. Its timers close
 * what has been quiet; at the end of bounded input, where all time is over, everything is: what
 * would be closed otherwise depended on how the watermark came along.
 */
public abstract class IncidentStage extends AgentStage<Signal, IncidentLedger, Incident> {

  private static final long serialVersionUID = 1L;

  /** The side output of what calls nobody. */
  public static final OutputTag<HiddenSignal> HIDDEN =
      new OutputTag<>("hidden", TypeInformation.of(HiddenSignal.class));

  /** Signals of one time in an order of their own; that a finding is over comes after it. */
  private static final Comparator<Signal> TIE_BREAK =
      Comparator.comparing(Signal::kind).thenComparing(Signal::id).thenComparing(Signal::over);

  private final IncidentSettings settings;

  private IncidentStage(StageSettings stage, IncidentSettings settings) {
    super(stage, TypeInformation.of(Signal.class));
    this.settings = settings;
  }

  /** What is suppressed as far as is known now. */
  abstract Suppressions suppressions();

  /**
   * In event-time order what is due before a signal comes before it, however the watermark leaps.
   */
  @Override
  protected void handle(Signal signal, long time, IncidentLedger ledger, boolean late) {
    if (stageSettings().ordering() == Ordering.EVENT_TIME && !late) {
      tell(ledger.wake(time - 1));
    }
    Told told = ledger.accept(signal, suppressions());
    tell(told.incidents());
    told.hidden().forEach(each -> output.collect(HIDDEN, new StreamRecord<>(each, each.time())));
    setAlarm(ledger);
  }

  @Override
  protected void wake(String agentId, long time) throws Exception {
    IncidentLedger ledger = value(agentId, time);
    tell(ledger.wake(time));
    setAlarm(ledger);
  }

  private void setAlarm(IncidentLedger ledger) {
    if (ledger.hasOpen()) {
      wakeAlsoAt(ledger.nextWake());
    }
  }

  private void tell(List<Incident> incidents) {
    incidents.forEach(each -> output.collect(new StreamRecord<>(each, each.time())));
  }

  @Override
  protected Comparator<Signal> tieBreak() {
    return TIE_BREAK;
  }

  @Override
  protected String agentOf(Signal signal) {
    return signal.agent().id();
  }

  @Override
  protected StoredValue<IncidentLedger> storedValue() {
    return new StoredLedger(settings, new IncidentLedgerCodec(settings));
  }

  /** Knows of no suppressions. */
  public static final class Alone extends IncidentStage
      implements OneInputStreamOperator<Signal, Incident> {

    private static final long serialVersionUID = 1L;

    public Alone(StageSettings stage, IncidentSettings settings) {
      super(stage, settings);
    }

    @Override
    public void processElement(StreamRecord<Signal> record) throws Exception {
      accept(record);
    }

    @Override
    Suppressions suppressions() {
      return Suppressions.NONE;
    }
  }

  /** Hears what is suppressed. */
  public static final class Suppressible extends IncidentStage
      implements TwoInputStreamOperator<Signal, SuppressionChange, Incident> {

    private static final long serialVersionUID = 1L;

    private transient BroadcastSuppressions suppressions;

    public Suppressible(StageSettings stage, IncidentSettings settings) {
      super(stage, settings);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
      super.initializeState(context);
      suppressions = BroadcastSuppressions.restore(getOperatorStateBackend());
    }

    @Override
    public void processElement1(StreamRecord<Signal> record) throws Exception {
      accept(record);
    }

    @Override
    public void processElement2(StreamRecord<SuppressionChange> record) throws Exception {
      suppressions.take(record.getValue(), currentWatermark());
    }

    @Override
    Suppressions suppressions() {
      return suppressions.current();
    }
  }

  private record StoredLedger(IncidentSettings settings, IncidentLedgerCodec codec)
      implements StoredValue<IncidentLedger> {

    @Override
    public IncidentLedger fresh() {
      return new IncidentLedger(settings);
    }

    @Override
    public byte[] encode(IncidentLedger ledger) {
      return codec.encode(ledger);
    }

    @Override
    public IncidentLedger decode(byte[] bytes) {
      return codec.decode(bytes);
    }

    @Override
    public long lastUsed(IncidentLedger ledger) {
      return ledger.lastUsed();
    }

    /** That it is closed is left to be told. */
    @Override
    public boolean isLasting(IncidentLedger ledger) {
      return ledger.hasOpen();
    }
  }
}
