package io.driftline.job.cli.posture;

import io.driftline.job.posture.FindingJson;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Findings, for people and for programs.
 *
 * @param told in the order in which it was told
 */
record FindingReport(List<Finding> told) {

  /** One JSON object a line. */
  String json() {
    StringBuilder out = new StringBuilder();
    for (Finding finding : told) {
      out.append(new String(FindingJson.write(finding), StandardCharsets.US_ASCII)).append('\n');
    }
    return out.toString();
  }

  /** A line for each finding that opens or is over, then how many there are. */
  String text() {
    StringBuilder out = new StringBuilder();
    for (Finding finding : told) {
      if (finding.status() != FindingStatus.UPDATED) {
        out.append(line(finding)).append('\n');
      }
    }
    return out.append(total()).append('\n').toString();
  }

  private static String line(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %-8s  %-23s  %s",
        Instant.ofEpochMilli(finding.time()).truncatedTo(ChronoUnit.SECONDS),
        finding.status().code(),
        finding.severity().code(),
        finding.rule().id(),
        finding.summary());
  }

  private String total() {
    Map<String, FindingStatus> latest = new HashMap<>();
    told.forEach(finding -> latest.put(finding.id(), finding.status()));
    long open = latest.values().stream().filter(status -> status != FindingStatus.RESOLVED).count();
    return "%d findings, %d of them open at the end".formatted(latest.size(), open);
  }
}
