package io.driftline.job.state;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;
import org.apache.flink.util.OutputTag;

/** Joins a keyed stream with a broadcast one in an operator of our own. */
public final class BroadcastJoin {

  private BroadcastJoin() {}

  /**
   * The output of {@code stage}, which sees {@code keyed} by key and every element of {@code
   * broadcast} in each of its subtasks. Flink offers this for process functions only, hence by
   * hand.
   */
  public static <I, B, O> DataStream<O> of(
      KeyedStream<I, String> keyed,
      DataStream<B> broadcast,
      TwoInputStreamOperator<I, B, O> stage,
      TypeInformation<O> outputType,
      String uid,
      String name) {
    StreamExecutionEnvironment env = keyed.getExecutionEnvironment();
    TwoInputTransformation<I, B, O> join =
        new TwoInputTransformation<>(
            keyed.getTransformation(),
            broadcast.broadcast().getTransformation(),
            name,
            stage,
            outputType,
            env.getParallelism(),
            false);
    join.setStateKeySelectors(keyed.getKeySelector(), null);
    join.setStateKeyType(keyed.getKeyType());
    join.setUid(uid);
    env.addOperator(join);
    return new DataStream<>(env, join);
  }

  /** A side output of the stage behind {@code joined}. */
  public static <S> DataStream<S> sideOutput(DataStream<?> joined, OutputTag<S> tag) {
    return new DataStream<>(
        joined.getExecutionEnvironment(),
        new SideOutputTransformation<>(joined.getTransformation(), tag));
  }
}
