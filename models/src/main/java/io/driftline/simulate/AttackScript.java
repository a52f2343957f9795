package io.driftline.simulate;

/** How one kind of attack is carried out. Implementations hold no state. */
interface AttackScript {

  /** Whether the attack would stand out, and make sense, on this agent. */
  boolean suits(AgentProfile agent);

  /** What happens in the attack's {@code part}-th session, counted from 0. */
  Intrusion intrude(AttackScene scene, int part);

  /** Over how many sessions the attack spreads. */
  default int parts() {
    return 1;
  }

  default boolean byNight() {
    return false;
  }

  static AttackScript of(AttackKind kind) {
    return switch (kind) {
      case INJECTED_TAKEOVER -> new InjectedTakeover();
      case CREDENTIAL_THEFT -> new CredentialTheft();
      case SLOW_EXFILTRATION -> new SlowExfiltration();
      case BULK_EXFILTRATION -> new BulkExfiltration();
      case BURST_DELETION -> new BurstDeletion();
      case DORMANT_AWAKENING -> new DormantAwakening();
      case OFF_HOURS_USE -> new OffHoursUse();
      case LATERAL_MOVEMENT -> new LateralMovement();
      case PRIVILEGE_ESCALATION -> new PrivilegeEscalation();
      case PURPOSE_DRIFT -> new PurposeDrift();
      case AUTHORITY_MISUSE -> new AuthorityMisuse();
      case RUNAWAY_LOOP -> new RunawayLoop();
      case PAYMENT_FRAUD -> new PaymentFraud();
    };
  }
}
