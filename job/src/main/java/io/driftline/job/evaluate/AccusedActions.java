package io.driftline.job.evaluate;

import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.PostureRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The actions that made findings be told: of each time a finding was told, the latest one. */
public final class AccusedActions {

  private AccusedActions() {}

  /** Their ids. Nothing comes of what was over, of the registry alone, or of a poor log. */
  public static Set<String> of(List<Finding> told) {
    return told.stream()
        .filter(AccusedActions::accuses)
        .map(finding -> finding.evidence().get(finding.evidence().size() - 1))
        .collect(Collectors.toSet());
  }

  private static boolean accuses(Finding finding) {
    return finding.status() != FindingStatus.RESOLVED
        && !finding.evidence().isEmpty()
        && finding.rule() != PostureRule.INCOMPLETE_RECORD;
  }
}
