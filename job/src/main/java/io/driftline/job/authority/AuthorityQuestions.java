package io.driftline.job.authority;

import io.driftline.posture.Principal;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Asks {@link #QUESTIONS} about the person who asked for an action, and about each agent through
 * which the person did. An action that no person asked for goes on at once.
 */
public final class AuthorityQuestions extends AbstractStreamOperator<RequestedAction>
    implements OneInputStreamOperator<RequestedAction, RequestedAction> {

  private static final long serialVersionUID = 1L;

  /** The side output of what is to be judged. */
  public static final OutputTag<AuthorityQuestion> QUESTIONS =
      new OutputTag<>("authority-questions", AuthorityQuestionSerializer.TYPE);

  @Override
  public void processElement(StreamRecord<RequestedAction> record) {
    RequestedAction requested = record.getValue();
    long time = record.getTimestamp();
    if (Principal.of(requested.authority().requester()) == null) {
      RequestedAction judged = requested.judged(AuthorityVerdict.NO_REQUESTER);
      output.collect(new StreamRecord<>(judged, time));
    } else {
      ask(new AuthorityQuestion(requested, null), time);
    }
    if (requested.action().permission() != null) {
      askAboutChain(requested, time);
    }
  }

  /** Where the agent itself comes back in a circle, its own rights are another rule's business. */
  private void askAboutChain(RequestedAction requested, long time) {
    Authority authority = requested.authority();
    for (String caller : authority.chain()) {
      if (!caller.equals(requested.agentId())) {
        ask(new AuthorityQuestion(requested, caller), time);
      }
    }
  }

  private void ask(AuthorityQuestion question, long time) {
    output.collect(QUESTIONS, new StreamRecord<>(question, time));
  }
}
