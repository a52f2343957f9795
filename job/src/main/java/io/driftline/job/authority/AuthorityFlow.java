package io.driftline.job.authority;

import io.driftline.activity.AgentAction;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Accusation;
import io.driftline.registry.RegistryChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From actions to actions of which it is said who asked for them and with what right:
 *
 * <pre>
 * actions ─► split ───────────────────────────────► ask ─┬─(no person)─────────────► requested
 *              ├─ delegated ─► delegation ─► ask ────────┤
 *              └─ notes ─────► (by trace)                └─► authority ────────────► requested
 *                                     registry ─► copy ────► (by principal and share └► accusations
 *                                                             of the agents)
 * </pre>
 *
 * @param requested every action, with its authority judged
 * @param accusations what was done with too little authority, and what was said of that wrongly;
 *     {@code null} where nobody judges
 */
public record AuthorityFlow(
    DataStream<RequestedAction> requested, DataStream<Accusation> accusations) {

  private static final TypeInformation<RequestedAction> REQUESTED = RequestedActionSerializer.TYPE;

  /**
   * Builds the flow.
   *
   * @param actions in event time
   * @param registry what is said of agents and people; its watermarks hold event time back until it
   *     is read, and it is idle from then on
   */
  public static AuthorityFlow attach(
      DataStream<AgentAction> actions,
      DataStream<RegistryChange> registry,
      StageSettings stage,
      AuthoritySettings settings) {
    PrincipalKeys keys = new PrincipalKeys(settings.spread());
    SingleOutputStreamOperator<RequestedAction> direct = split(actions);
    SingleOutputStreamOperator<RequestedAction> asked = ask(direct, "direct");
    SingleOutputStreamOperator<RequestedAction> askedInTurn =
        ask(delegation(direct, stage, settings), "delegated");
    SingleOutputStreamOperator<RequestedAction> judged =
        judge(questions(asked, askedInTurn, keys), copies(registry, keys), stage);
    return new AuthorityFlow(
        judged.union(asked, askedInTurn), judged.getSideOutput(AuthorityStage.ACCUSATIONS));
  }

  /** Every action as it is, where nobody tells what people may do; there are no accusations. */
  public static AuthorityFlow unjudged(DataStream<AgentAction> actions) {
    return new AuthorityFlow(
        actions
            .map(RequestedAction::unjudged)
            .returns(REQUESTED)
            .uid("unjudged")
            .setParallelism(actions.getParallelism()),
        null);
  }

  private static SingleOutputStreamOperator<RequestedAction> split(
      DataStream<AgentAction> actions) {
    return actions
        .transform("split delegated actions", REQUESTED, new DelegationSplit())
        .uid("delegation-split")
        .setParallelism(actions.getParallelism());
  }

  private static SingleOutputStreamOperator<RequestedAction> delegation(
      SingleOutputStreamOperator<RequestedAction> split,
      StageSettings stage,
      AuthoritySettings settings) {
    StageSettings traces =
        new StageSettings(stage.ordering(), settings.traceExpiryMillis(), stage.cachedKeys());
    return split
        .getSideOutput(DelegationSplit.DELEGATED)
        .keyBy(AgentAction::traceId, Types.STRING)
        .connect(split.getSideOutput(DelegationSplit.NOTES).keyBy(CallNote::traceId, Types.STRING))
        .transform("delegation", REQUESTED, new DelegationStage(traces))
        .uid("delegation");
  }

  /** Twice rather than behind a union, so that it is chained to what is before it. */
  private static SingleOutputStreamOperator<RequestedAction> ask(
      SingleOutputStreamOperator<RequestedAction> requested, String which) {
    return requested
        .transform("ask for " + which + " actions", REQUESTED, new AuthorityQuestions())
        .uid("authority-questions-" + which)
        .setParallelism(requested.getParallelism());
  }

  private static KeyedStream<AuthorityQuestion, String> questions(
      SingleOutputStreamOperator<RequestedAction> direct,
      SingleOutputStreamOperator<RequestedAction> delegated,
      PrincipalKeys keys) {
    return direct
        .getSideOutput(AuthorityQuestions.QUESTIONS)
        .union(delegated.getSideOutput(AuthorityQuestions.QUESTIONS))
        .keyBy(keys::of, Types.STRING);
  }

  private static KeyedStream<RegistryCopy, String> copies(
      DataStream<RegistryChange> registry, PrincipalKeys keys) {
    return registry
        .flatMap(new RegistryCopies(keys))
        .returns(TypeInformation.of(RegistryCopy.class))
        .name("copy registry to principals")
        .uid("authority-registry")
        .setParallelism(registry.getParallelism())
        .keyBy(RegistryCopy::key, Types.STRING);
  }

  private static SingleOutputStreamOperator<RequestedAction> judge(
      KeyedStream<AuthorityQuestion, String> questions,
      KeyedStream<RegistryCopy, String> registry,
      StageSettings stage) {
    return questions
        .connect(registry)
        .transform("authority", REQUESTED, new AuthorityStage(stage))
        .uid("authority");
  }
}
