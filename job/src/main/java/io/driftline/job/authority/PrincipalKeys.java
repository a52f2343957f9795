package io.driftline.job.authority;

import io.driftline.baseline.Hash64;
import io.driftline.posture.Principal;
import io.driftline.registry.RegistryChange;
import java.io.Serializable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keys by which principals are judged: one for each principal and share of the agents. One
 * person may be behind most of all actions, and no key may be that heavy.
 *
 * @param spread over how many keys a principal is spread
 */
record PrincipalKeys(int spread) implements Serializable {

  /** The key of the principal who is in question, for the agent that acted. */
  String of(AuthorityQuestion question) {
    Principal principal = question.principal();
    long agent = Hash64.of(question.requested().agentId());
    return key(principal, (int) Long.remainderUnsigned(agent, keysOf(principal)));
  }

  /** What the registry says, for each key of the principal it speaks about. */
  Stream<RegistryCopy> copies(RegistryChange change) {
    Principal principal = Principal.of(change);
    return IntStream.range(0, keysOf(principal))
        .mapToObj(share -> new RegistryCopy(key(principal, share), change));
  }

  /** Few agents call others, and none of them for most of all actions: one key is enough. */
  private int keysOf(Principal principal) {
    return principal.isPerson() ? spread : 1;
  }

  private static String key(Principal principal, int share) {
    return (principal.isPerson() ? "u" : "a") + share + ":" + principal.id();
  }
}
