package io.driftline.job.authority;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.UserRecord;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Copies what the registry says of a principal to all its keys, without what nobody asks there. */
final class RegistryCopies implements FlatMapFunction<RegistryChange, RegistryCopy> {

  private static final long serialVersionUID = 1L;

  private final PrincipalKeys keys;

  RegistryCopies(PrincipalKeys keys) {
    this.keys = keys;
  }

  @Override
  public void flatMap(RegistryChange change, Collector<RegistryCopy> out) {
    keys.copies(rightsOnly(change)).forEach(out::collect);
  }

  private static RegistryChange rightsOnly(RegistryChange change) {
    if (change.isRemoval()) {
      return change;
    }
    return change.subject() == Subject.USER
        ? RegistryChange.user(rightsOnly(change.user()), change.time())
        : RegistryChange.agent(rightsOnly(change.agent()), change.time());
  }

  private static UserRecord rightsOnly(UserRecord user) {
    return new UserRecord(user.userId(), user.status(), user.entitlements(), null);
  }

  private static AgentRecord rightsOnly(AgentRecord agent) {
    return new AgentRecord(
        agent.agentId(), null, null, null, null, null, null, null, agent.grants(), null);
  }
}
