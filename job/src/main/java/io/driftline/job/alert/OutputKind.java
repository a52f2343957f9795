package io.driftline.job.alert;

import io.driftline.job.config.OutputFormat;
import io.driftline.job.ocsf.OcsfJson;
import java.util.Locale;

/** What kinds of records there are; a consumer tells them apart by the header {@code kind}. */
public enum OutputKind {
  INCIDENT(true),
  HIDDEN(true),
  ANOMALY(true),
  DRIFT(true),
  FINDING(true),
  CREDENTIAL(false),
  RELATIONSHIP(false),
  AUDIT(false),
  AUDIT_SEAL(false),
  DEAD_LETTER(false),
  AUDIT_CONTROL(false);

  private final boolean raised;

  OutputKind(boolean raised) {
    this.raised = raised;
  }

  /** The name used in headers, for example {@code audit-seal}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Names the layout, for example {@code driftline.incident/1}. */
  public String schema(OutputFormat format) {
    return raised && format == OutputFormat.OCSF ? OcsfJson.SCHEMA : "driftline." + code() + "/1";
  }
}
