package io.driftline.incident;

import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.posture.PostureRule;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What signals would look like in the terms of MITRE ATLAS and of OWASP: where to start looking,
 * not what it is. A function of kind, code and permission of each signal alone.
 */
public final class ThreatMap {

  private static final Map<SignalKind, Map<String, Threats>> TABLE = table();

  private ThreatMap() {}

  /** The techniques that would look like this, each once, in enum order; may be empty. */
  public static List<Technique> techniques(Collection<Signal> signals) {
    Set<Technique> techniques = EnumSet.noneOf(Technique.class);
    for (Signal signal : signals) {
      Threats threats = threats(signal.kind(), signal.code());
      techniques.addAll(threats.techniques());
      if (threats.byPermission()) {
        PermissionThreats.addTo(techniques, signal.permission());
      }
    }
    return List.copyOf(techniques);
  }

  /** The risks that this may be, each once, in enum order; may be empty. */
  public static List<AgenticRisk> risks(Collection<Signal> signals) {
    Set<AgenticRisk> risks = EnumSet.noneOf(AgenticRisk.class);
    for (Signal signal : signals) {
      risks.addAll(threats(signal.kind(), signal.code()).risks());
    }
    return List.copyOf(risks);
  }

  /** Words of a permission that suggest a technique where the right was used, in lower case. */
  public static Map<String, Technique> permissionWords() {
    return PermissionThreats.BY_WORD;
  }

  /** None for a code that is not known. */
  private static Threats threats(SignalKind kind, String code) {
    return TABLE.get(kind).getOrDefault(code, Threats.NONE);
  }

  /** The codes that are known, whether or not they have a threat. */
  static Set<String> codes(SignalKind kind) {
    return Set.copyOf(TABLE.get(kind).keySet());
  }

  private static Map<SignalKind, Map<String, Threats>> table() {
    Map<SignalKind, Map<String, Threats>> table = new EnumMap<>(SignalKind.class);
    table.put(SignalKind.ANOMALY, anomalies());
    table.put(SignalKind.DRIFT, drifts());
    table.put(SignalKind.FINDING, findings());
    return table;
  }

  private static Map<String, Threats> anomalies() {
    Map<String, Threats> byCode = new HashMap<>();
    for (Detector detector : Detector.values()) {
      byCode.put(detector.code(), ThreatTable.of(detector));
    }
    for (Feature feature : Feature.values()) {
      byCode.put(feature.code(), ThreatTable.of(feature));
    }
    return byCode;
  }

  private static Map<String, Threats> drifts() {
    Map<String, Threats> byCode = new HashMap<>();
    for (DriftKind kind : DriftKind.values()) {
      for (DriftDimension dimension : DriftDimension.values()) {
        byCode.put(kind.code() + "." + dimension.code(), ThreatTable.of(kind, dimension));
      }
    }
    return byCode;
  }

  private static Map<String, Threats> findings() {
    Map<String, Threats> byCode = new HashMap<>();
    for (PostureRule rule : PostureRule.values()) {
      byCode.put(rule.id(), ThreatTable.of(rule));
    }
    return byCode;
  }
}
