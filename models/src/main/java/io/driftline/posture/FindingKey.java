package io.driftline.posture;

import io.driftline.baseline.Hash64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What one finding is kept open for.
 *
 * @param agentId whose finding it is
 * @param rule what is wrong
 * @param subject what it is about
 */
public record FindingKey(String agentId, PostureRule rule, FindingSubject subject) {

  public FindingKey {
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(subject, "subject");
  }

  /** The fingerprint of all of it. */
  long fingerprint() {
    long what = Hash64.pair(Hash64.of(agentId), Hash64.of(rule.id()));
    long right = Hash64.pair(Hash64.of(subject.system()), Hash64.of(subject.permission()));
    long who = Hash64.pair(Hash64.of(subject.user()), Hash64.of(subject.through()));
    long by = Hash64.pair(who, Hash64.of(subject.credential()));
    return Hash64.pair(what, Hash64.pair(right, by));
  }

  /** The id of the finding that is open for it the so-many-th time, from 1. */
  String id(int episode) {
    return HexFormat.of().toHexDigits(Hash64.pair(fingerprint(), episode));
  }
}
