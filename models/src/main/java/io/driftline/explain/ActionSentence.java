package io.driftline.explain;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Requester;
import java.time.temporal.ChronoUnit;

/** Who did what, for whom and with which result. What the event left out is not mentioned. */
final class ActionSentence {

  private ActionSentence() {}

  /** For example {@code bot-3 did send_email in mail on ap@supplier.example}. */
  static String brief(AgentAction action) {
    return PlainText.of(action.agentId())
        + " did "
        + ValuePhrases.actionOf(action)
        + part(" on ", action.resource());
  }

  /** The same with all that the event says, as a sentence. */
  static String full(AgentAction action) {
    return "At "
        + action.time().truncatedTo(ChronoUnit.SECONDS)
        + ", "
        + kind(action.agent())
        + brief(action)
        + part(" with permission ", action.permission())
        + requester(action.requester())
        + part(", called by agent ", action.parentAgentId())
        + (action.credential() == null ? "" : part(", by credential ", action.credential().id()))
        + part(", from ", action.sourceIp())
        + (action.bytes() == null ? "" : ", moving " + Numbers.bytes(action.bytes()))
        + (action.outcome() == null ? "" : "; the answer was " + action.outcome().code())
        + ".";
  }

  private static String kind(Agent agent) {
    AgentKind kind = agent.kind();
    return kind == null ? "" : "the " + kind.code().replace('_', '-') + " agent ";
  }

  private static String requester(Requester requester) {
    if (requester == null) {
      return "";
    }
    String type = requester.type() == null ? "" : requester.type().code() + " ";
    return part(", asked by " + type, requester.id());
  }

  private static String part(String words, String value) {
    return value == null ? "" : words + PlainText.of(value);
  }
}
