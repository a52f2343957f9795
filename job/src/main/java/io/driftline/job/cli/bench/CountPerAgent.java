package io.driftline.job.cli.bench;

import io.driftline.activity.AgentAction;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Reads and writes one state value per action, and forwards the action. */
final class CountPerAgent extends KeyedProcessFunction<String, AgentAction, AgentAction> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<Long> count;

  @Override
  public void open(OpenContext context) {
    count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
  }

  @Override
  public void processElement(AgentAction action, Context context, Collector<AgentAction> out)
      throws IOException {
    Long before = count.value();
    count.update(before == null ? 1L : before + 1);
    out.collect(action);
  }
}
