package io.driftline.simulate;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attacks that can be planted, each as one plain sentence. */
public enum AttackKind {
  INJECTED_TAKEOVER(
      "Instructions hidden in a page the agent read make it collect sensitive data and send it out."),
  CREDENTIAL_THEFT("Somebody uses the agent's own credential from a network the agent never used."),
  SLOW_EXFILTRATION(
      "Over days a few documents of another department are read in each of several sessions, then"
          + " sent out."),
  BULK_EXFILTRATION("One session downloads many times the usual amount of data."),
  BURST_DELETION("Dozens of objects are deleted within minutes."),
  DORMANT_AWAKENING("An agent that nobody used any more works again."),
  OFF_HOURS_USE("A long session in the middle of the night by an agent that works by day."),
  LATERAL_MOVEMENT("The agent explores one system after another that it never touched."),
  PRIVILEGE_ESCALATION("The agent grants roles and creates keys, which it never did."),
  PURPOSE_DRIFT(
      "Over days the agent does more and more of the work of a purpose that is not its own."),
  AUTHORITY_MISUSE("Somebody who never used this agent has it fetch sensitive records."),
  RUNAWAY_LOOP("The agent repeats one call hundreds of times at machine speed."),
  PAYMENT_FRAUD("Bank details are changed and money goes to a recipient nobody has paid before.");

  private static final Map<String, AttackKind> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(AttackKind::code, Function.identity()));

  private final String sentence;

  AttackKind(String sentence) {
    this.sentence = sentence;
  }

  /** The name used in labels and options, for example {@code credential_theft}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What happens, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** The kind with this code, or {@code null} if there is none. */
  public static AttackKind ofCode(String code) {
    return BY_CODE.get(code);
  }
}
