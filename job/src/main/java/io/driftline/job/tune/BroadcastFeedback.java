package io.driftline.job.tune;

import io.driftline.decide.Feedback;
import io.driftline.decide.FeedbackKind;
import io.driftline.decide.FeedbackLog;
import io.driftline.decide.FeedbackLogCodec;
import io.driftline.forest.Detector;
import io.driftline.job.state.Ordering;
import java.util.function.ToDoubleFunction;
import org.apache.flink.runtime.state.OperatorStateBackend;

/**
 * The verdicts that every subtask knows. In arrival order they count from when they arrive; in
 * event-time order from their own time.
 */
public final class BroadcastFeedback {

  private final BroadcastBytes stored;
  private final Ordering ordering;
  private final FeedbackLog log;

  private BroadcastFeedback(BroadcastBytes stored, Ordering ordering) throws Exception {
    this.stored = stored;
    this.ordering = ordering;
    byte[] bytes = stored.get();
    log = bytes == null ? new FeedbackLog() : FeedbackLogCodec.decode(bytes);
  }

  /** Opens the state and decodes what it holds. */
  public static BroadcastFeedback restore(OperatorStateBackend backend, Ordering ordering)
      throws Exception {
    return new BroadcastFeedback(BroadcastBytes.open(backend, "feedback"), ordering);
  }

  /** Takes a verdict in. */
  public void take(Feedback verdict) throws Exception {
    log.take(verdict);
    stored.put(FeedbackLogCodec.encode(log));
  }

  /** Whether nobody said anything yet, so that nothing need be looked up. */
  public boolean isEmpty() {
    return log.isEmpty();
  }

  /** By how much the lines of an action's detectors are raised, see {@link FeedbackLog#raise}. */
  public ToDoubleFunction<Detector> raises(long pattern, long time) {
    return detector -> log.raise(pattern, detector, time, known(time));
  }

  /** What the baseline is to make of an action, see {@link FeedbackLog#lesson}. */
  public FeedbackKind lesson(long pattern, long resource, long time) {
    return log.lesson(pattern, resource, known(time));
  }

  private long known(long time) {
    return ordering == Ordering.EVENT_TIME ? time : Long.MAX_VALUE;
  }
}
