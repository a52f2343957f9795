package io.driftline.job.ingest;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Credential;
import io.driftline.activity.Outcome;
import io.driftline.activity.Requester;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary actions within the contract's limits. */
final class AgentActions {

  private AgentActions() {}

  static Arbitrary<AgentAction> any() {
    return Combinators.combine(
            identifiers().list().ofSize(3),
            times(),
            agents(),
            requesters().injectNull(0.3),
            optional().list().ofSize(5),
            texts(0, ActivityContract.MAX_RESOURCE).filter(t -> !t.isEmpty()).injectNull(0.3),
            credentials().injectNull(0.3),
            Combinators.combine(
                    Arbitraries.of(Outcome.class).injectNull(0.3),
                    Arbitraries.longs().greaterOrEqual(0).injectNull(0.3))
                .as(Ending::new))
        .as(AgentActions::action);
  }

  private record Ending(Outcome outcome, Long bytes) {}

  private static AgentAction action(
      List<String> ids,
      Instant time,
      Agent agent,
      Requester requester,
      List<String> optional,
      String resource,
      Credential credential,
      Ending ending) {
    return new AgentAction(
        ids.get(0),
        time,
        agent,
        requester,
        optional.get(0),
        optional.get(1),
        optional.get(2),
        ids.get(1),
        ids.get(2),
        optional.get(3),
        resource,
        ending.outcome(),
        credential,
        optional.get(4),
        ending.bytes());
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.longs()
        .between(
            ActivityContract.EARLIEST.toEpochMilli(),
            Samples.NOW.instant().plus(ActivityContract.MAX_AHEAD).toEpochMilli())
        .map(Instant::ofEpochMilli);
  }

  private static Arbitrary<Agent> agents() {
    return Combinators.combine(
            identifiers(),
            Arbitraries.of(AgentKind.class).injectNull(0.3),
            optional(),
            optional(),
            optional())
        .as(Agent::new);
  }

  private static Arbitrary<Requester> requesters() {
    return Combinators.combine(identifiers(), Arbitraries.of(Requester.Type.class).injectNull(0.3))
        .as(Requester::new);
  }

  private static Arbitrary<Credential> credentials() {
    return Combinators.combine(identifiers(), optional()).as(Credential::new);
  }

  private static Arbitrary<String> optional() {
    return identifiers().injectNull(0.3);
  }

  private static Arbitrary<String> identifiers() {
    return texts(1, ActivityContract.MAX_IDENTIFIER)
        .filter(text -> text.codePoints().noneMatch(Character::isISOControl));
  }

  private static Arbitrary<String> texts(int shortest, int longest) {
    Arbitrary<String> plain =
        Arbitraries.strings().withCharRange(' ', '~').ofMinLength(shortest).ofMaxLength(40);
    Arbitrary<String> unicode =
        Arbitraries.integers()
            .between(0xA0, 0x10FFFF)
            .filter(c -> Character.getType(c) != Character.SURROGATE)
            .map(Character::toString)
            .list()
            .ofMinSize(shortest)
            .ofMaxSize(20)
            .map(characters -> String.join("", characters));
    Arbitrary<String> longText =
        Arbitraries.of("x", "\u00e9", "\ud83d\ude00").map(text -> text.repeat(longest));
    return Arbitraries.frequencyOf(
        Tuple.of(10, plain), Tuple.of(5, unicode), Tuple.of(1, longText));
  }
}
