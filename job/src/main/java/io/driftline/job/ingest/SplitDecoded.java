package io.driftline.job.ingest;

import io.driftline.activity.AgentAction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Sends actions on, dead letters to {@link #DEAD_LETTERS}, and counts both. */
public final class SplitDecoded extends ProcessFunction<Decoded, AgentAction> {

  private static final long serialVersionUID = 1L;

  /** The side output of what could not be decoded. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  private transient DecodedCounters counters;

  @Override
  public void open(OpenContext context) {
    counters = new DecodedCounters(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Decoded decoded, Context context, Collector<AgentAction> out) {
    counters.count(decoded);
    if (decoded.isAction()) {
      out.collect(decoded.action());
    } else {
      context.output(DEAD_LETTERS, decoded.deadLetter());
    }
  }
}
