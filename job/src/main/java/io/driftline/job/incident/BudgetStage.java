package io.driftline.job.incident;

import io.driftline.incident.GlobalBudget;
import io.driftline.incident.GlobalBudgetCodec;
import io.driftline.incident.HiddenCause;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentChange;
import io.driftline.incident.IncidentSettings;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Tells no more incidents a day than people can look at, and counts what was hidden. One key for
 * all: there is one budget.
 */
public final class BudgetStage extends AgentStage<BudgetEntry, GlobalBudget, Incident>
    implements OneInputStreamOperator<BudgetEntry, Incident> {

  private static final long serialVersionUID = 1L;

  /** The side output of how much was hidden. */
  public static final OutputTag<HiddenCount> HIDDEN =
      new OutputTag<>("hidden counts", TypeInformation.of(HiddenCount.class));

  /** The key of everything. */
  static final String KEY = "";

  private final IncidentSettings settings;
  private transient IncidentMetrics metrics;

  public BudgetStage(StageSettings stage, IncidentSettings settings) {
    super(stage, TypeInformation.of(BudgetEntry.class));
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    metrics =
        new IncidentMetrics(
            getMetricGroup(), () -> getProcessingTimeService().getCurrentProcessingTime());
  }

  @Override
  public void processElement(StreamRecord<BudgetEntry> record) throws Exception {
    accept(record);
  }

  @Override
  protected void handle(BudgetEntry entry, long time, GlobalBudget budget, boolean late) {
    if (entry.incident() != null) {
      pass(entry.incident(), budget);
    } else {
      metrics.hidden(entry.hidden().cause());
      budget.count(entry.hidden(), this::tell);
    }
    setAlarm(budget);
  }

  @Override
  protected void wake(String key, long time) throws Exception {
    GlobalBudget budget = value(key, time);
    budget.wake(time, this::tell);
    setAlarm(budget);
  }

  private void pass(Incident record, GlobalBudget budget) {
    Incident passed = budget.pass(record, this::tell);
    if (passed != null) {
      metrics.told(passed);
      output.collect(new StreamRecord<>(passed, passed.time()));
    } else if (record.change() == IncidentChange.OPENED) {
      metrics.hidden(HiddenCause.GLOBAL_BUDGET);
    }
  }

  /** A day's count is told at its end, also at the end of bounded input. */
  private void setAlarm(GlobalBudget budget) {
    long alarm = budget.nextWake();
    if (alarm != Long.MAX_VALUE) {
      wakeAlsoAt(alarm);
    }
  }

  private void tell(HiddenCount count) {
    output.collect(HIDDEN, new StreamRecord<>(count, count.time()));
  }

  @Override
  protected Comparator<BudgetEntry> tieBreak() {
    return BudgetEntry.TIE_BREAK;
  }

  @Override
  protected String agentOf(BudgetEntry entry) {
    return KEY;
  }

  @Override
  protected StoredValue<GlobalBudget> storedValue() {
    return new StoredBudget(settings, new GlobalBudgetCodec(settings));
  }

  private record StoredBudget(IncidentSettings settings, GlobalBudgetCodec codec)
      implements StoredValue<GlobalBudget> {

    @Override
    public GlobalBudget fresh() {
      return new GlobalBudget(settings);
    }

    @Override
    public byte[] encode(GlobalBudget budget) {
      return codec.encode(budget);
    }

    @Override
    public GlobalBudget decode(byte[] bytes) {
      return codec.decode(bytes);
    }

    @Override
    public long lastUsed(GlobalBudget budget) {
      return budget.lastUsed();
    }
  }
}
