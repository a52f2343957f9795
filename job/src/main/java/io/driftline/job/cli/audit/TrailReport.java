package io.driftline.job.cli.audit;

import java.util.List;

/**
 * What was found out about a trail.
 *
 * @param records how many were read
 * @param complete how many of them say who asked and how the system answered
 * @param unreadable how many are no records at all
 * @param unreadableFirst the first of these
 * @param chains in order of agents and times
 * @param hasSeals whether there were any to compare with
 */
record TrailReport(
    long records,
    long complete,
    long unreadable,
    List<ReadRecord> unreadableFirst,
    List<ChainResult> chains,
    boolean hasSeals) {

  TrailReport {
    unreadableFirst = List.copyOf(unreadableFirst);
    chains = List.copyOf(chains);
  }

  boolean isIntact() {
    return unreadable == 0 && broken().isEmpty();
  }

  List<ChainResult> broken() {
    return chains.stream().filter(each -> !each.report().isIntact()).toList();
  }

  long agents() {
    return chains.stream().map(each -> each.chain().agentId()).distinct().count();
  }

  /** How many records no seal vouches for. */
  long unsealed() {
    return chains.stream().mapToLong(each -> each.report().unsealed()).sum();
  }

  /** How many records are gone that were verified before. */
  long gone() {
    return chains.stream().mapToLong(each -> each.report().begin() - 1).sum();
  }
}
