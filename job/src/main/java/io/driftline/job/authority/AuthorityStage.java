package io.driftline.job.authority;

import io.driftline.job.metric.Metric;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.posture.Accusation;
import io.driftline.posture.PrincipalWatch;
import io.driftline.registry.AuthorityVerdict;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Judges whether those on whose behalf agents act hold the rights that the agents use. Keyed by
 * principal and share of the agents.
 *
 * <p>An action goes on at once, in arrival order, with the verdict by what the registry has said so
 * far. {@link #ACCUSATIONS} are exact: see {@link PrincipalWatch}.
 */
public final class AuthorityStage extends AgentStage<AuthorityQuestion, KeyWatch, RequestedAction>
    implements TwoInputStreamOperator<AuthorityQuestion, RegistryCopy, RequestedAction> {

  private static final long serialVersionUID = 1L;

  /** The side output of those who acted with too little authority. */
  public static final OutputTag<Accusation> ACCUSATIONS =
      new OutputTag<>("accusations", TypeInformation.of(Accusation.class));

  private transient PrincipalWatch.Listener listener;
  private transient Counter accused;
  private transient Counter withdrawn;

  AuthorityStage(StageSettings settings) {
    super(settings, AuthorityQuestionSerializer.TYPE);
  }

  @Override
  public void open() throws Exception {
    super.open();
    listener = new ToOutput();
    accused = Metric.AUTHORITY_ACCUSED.counter(getMetricGroup());
    withdrawn = Metric.AUTHORITY_WITHDRAWN.counter(getMetricGroup());
  }

  @Override
  public void processElement1(StreamRecord<AuthorityQuestion> record) throws Exception {
    accept(record);
  }

  @Override
  public void processElement2(StreamRecord<RegistryCopy> record) throws Exception {
    RegistryCopy copy = record.getValue();
    value(copy.key(), copy.change().time())
        .over(copy.principal())
        .learn(copy.change(), currentWatermark(), listener);
  }

  @Override
  protected void handle(AuthorityQuestion question, long time, KeyWatch watch, boolean late) {
    AuthorityVerdict verdict =
        watch
            .over(question.principal())
            .judge(question.requested().action(), currentWatermark(), listener);
    if (question.isAboutRequester()) {
      output.collect(new StreamRecord<>(question.answered(verdict), time));
    }
  }

  @Override
  protected void wake(String key, long time) throws Exception {
    KeyWatch watch = value(key, time);
    if (watch.orNull() != null) {
      watch.orNull().release(time, listener);
    }
  }

  /** The stage's key, which is current: to work it out again would cost hashing. */
  @Override
  protected String agentOf(AuthorityQuestion question) {
    return (String) getCurrentKey();
  }

  @Override
  protected Comparator<AuthorityQuestion> tieBreak() {
    return Comparator.comparing((AuthorityQuestion each) -> each.requested().action().eventId())
        .thenComparing(AuthorityQuestion::toString);
  }

  @Override
  protected StoredValue<KeyWatch> storedValue() {
    return new KeyWatch.Stored();
  }

  /** Sends on what comes of judging; the key in question is current. */
  private final class ToOutput implements PrincipalWatch.Listener {
    @Override
    public void tell(Accusation accusation) {
      (accusation.withdrawn() ? withdrawn : accused).inc();
      output.collect(ACCUSATIONS, new StreamRecord<>(accusation, accusation.time()));
    }

    @Override
    public void releaseAt(long time) {
      wakeAt(time);
    }
  }
}
