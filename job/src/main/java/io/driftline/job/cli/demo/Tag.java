package io.driftline.job.cli.demo;

import io.driftline.decide.Anomaly;
import io.driftline.simulate.AttackKind;
import java.util.Locale;

/**
 * What an anomaly turned out to be, by the script.
 *
 * @param kind true or false alarm
 * @param step the malicious action that was raised; {@code null} unless scripted
 */
record Tag(Kind kind, Truth.Step step) {

  /** How the anomaly stands to the script. */
  enum Kind {
    /** One of an attack's actions. */
    SCRIPTED,
    /** A harmless action in a session that was attacked: it leads to the attack all the same. */
    BESIDE,
    /** Nothing was the matter. */
    FALSE_ALARM
  }

  static Tag of(Anomaly anomaly, Truth truth) {
    Truth.Step step = truth.stepOf(anomaly.action().eventId());
    if (step != null) {
      return new Tag(Kind.SCRIPTED, step);
    }
    boolean beside = truth.isAttacked(anomaly.sessionId());
    return new Tag(beside ? Kind.BESIDE : Kind.FALSE_ALARM, null);
  }

  /** For example {@code ✔ scripted attack: payment fraud, action 2 of 6}. */
  String text(Truth truth) {
    return switch (kind) {
      case SCRIPTED ->
          "✔ scripted attack: %s, action %d of %d"
              .formatted(name(step.attack()), step.number(), truth.lengths().get(step.attack()));
      case BESIDE -> "· a harmless action in a session that was attacked";
      case FALSE_ALARM -> "· not scripted (false alarm)";
    };
  }

  /** For example {@code payment fraud}. */
  static String name(AttackKind attack) {
    return attack.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
