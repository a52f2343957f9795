package io.driftline.simulate;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** An agent's record while somebody changes it. */
final class AgentDraft {

  private final AgentRecord before;
  private String owner;
  private String version;
  private final List<String> systems;
  private final List<String> invokers;
  private final List<Grant> grants;
  private final List<RegisteredCredential> credentials;

  private AgentDraft(AgentRecord before) {
    this.before = before;
    owner = before.owner();
    version = before.version();
    systems = new ArrayList<>(before.systems());
    invokers = new ArrayList<>(before.invokers());
    grants = new ArrayList<>(before.grants());
    credentials = new ArrayList<>(before.credentials());
  }

  /** A change, to be planned in a {@link Dossier}; it changes nothing where there is no record. */
  static UnaryOperator<AgentRecord> edit(Consumer<AgentDraft> change) {
    return record -> {
      if (record == null) {
        return null;
      }
      AgentDraft draft = new AgentDraft(record);
      change.accept(draft);
      return draft.record();
    };
  }

  void handTo(String newOwner) {
    owner = newOwner;
  }

  void release(String newVersion) {
    version = newVersion;
  }

  void allow(String invoker) {
    if (!invokers.contains(invoker)) {
      invokers.add(invoker);
    }
  }

  void disallow(String invoker) {
    invokers.remove(invoker);
  }

  void declare(String system) {
    if (!systems.contains(system)) {
      systems.add(system);
    }
  }

  void grant(Right right, Instant from) {
    grants.add(new Grant(right, from, null, null));
  }

  void revoke(Right right) {
    grants.removeIf(grant -> grant.right().equals(right));
  }

  /** Sets or moves the end of a grant. */
  void expire(Right right, Instant end) {
    grants.replaceAll(
        grant ->
            grant.right().equals(right)
                ? new Grant(right, grant.granted(), end, grant.reviewed())
                : grant);
  }

  void review(Instant time, Predicate<Grant> reviewed) {
    grants.replaceAll(
        grant ->
            reviewed.test(grant)
                ? new Grant(grant.right(), grant.granted(), grant.expires(), time)
                : grant);
  }

  void issue(String credential, String type) {
    credentials.add(new RegisteredCredential(credential, type, null));
  }

  void rotate(String credential, Instant time) {
    credentials.replaceAll(
        each ->
            each.id().equals(credential)
                ? new RegisteredCredential(credential, each.type(), time)
                : each);
  }

  private AgentRecord record() {
    return new AgentRecord(
        before.agentId(),
        before.kind(),
        owner,
        before.vendor(),
        before.purpose(),
        version,
        systems,
        invokers,
        grants,
        credentials);
  }
}
