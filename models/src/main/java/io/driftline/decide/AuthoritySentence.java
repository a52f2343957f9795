package io.driftline.decide;

import io.driftline.activity.AgentAction;
import io.driftline.explain.PlainText;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;

/** Says in words why a requester's authority was not enough. */
final class AuthoritySentence {

  private AuthoritySentence() {}

  static String of(AgentAction action, Authority authority) {
    String who = PlainText.of(authority.requester().id());
    return authority.verdict() == AuthorityVerdict.DISABLED
        ? who + ", for whom it was done, has left or is disabled."
        : "%s, for whom it was done, is not entitled to %s on %s."
            .formatted(who, PlainText.of(action.permission()), PlainText.of(action.system()));
  }
}
