package io.driftline.job.cli.audit;

import io.driftline.audit.BrokenLink;
import io.driftline.audit.ChainReport;
import io.driftline.explain.PlainText;
import io.driftline.job.ingest.SourcePosition;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells what verification found. Nothing in a record can steer the terminal or start a line. */
final class TrailText {

  private final TrailReport report;
  private final StringBuilder out = new StringBuilder(512);

  private TrailText(TrailReport report) {
    this.report = report;
  }

  /** Several lines: what is broken, and the totals last. */
  static String render(TrailReport report) {
    TrailText text = new TrailText(report);
    report.broken().forEach(text::broken);
    text.unreadable();
    text.totals();
    return text.out.toString();
  }

  private void broken(ChainResult result) {
    ChainReport<SourcePosition> chain = result.report();
    line(
        "BROKEN  agent %s, chain begun %s, %,d records",
        PlainText.of(result.chain().agentId()),
        PlainText.of(result.chain().began()),
        chain.records());
    line("  first   %s", sentence(chain.first()));
    line("  at      %s", place(chain.first()));
    line(
        "  in all  %s",
        chain.faults().entrySet().stream()
            .map(fault -> format("%,d %s", fault.getValue(), fault.getKey().code()))
            .collect(Collectors.joining(", ")));
  }

  private static String sentence(BrokenLink<SourcePosition> link) {
    return format(
        switch (link.fault()) {
          case ALTERED -> "record %d was altered: its hash is not that of its bytes";
          case MISSING -> "record %d is missing";
          case REPEATED -> "record %d comes once more";
          case REORDERED -> "record %d comes after a later one";
          case UNLINKED ->
              "record %d does not follow from the one before it: one of the two was replaced";
          case REPLACED -> "record %d is not the one that was sealed or verified before";
          case CUT -> "record %d is missing, and all after it that were sealed or verified before";
        },
        link.seq());
  }

  private static String place(BrokenLink<SourcePosition> link) {
    return link.position() == null
        ? "the end of the trail"
        : PlainText.neutral(Places.of(link.position()));
  }

  private void unreadable() {
    for (ReadRecord record : report.unreadableFirst()) {
      line(
          "BROKEN  %s: %s",
          PlainText.neutral(Places.of(record.position())), PlainText.neutral(record.fault()));
    }
    long more = report.unreadable() - report.unreadableFirst().size();
    if (more > 0) {
      line("BROKEN  and %,d more that are no records", more);
    }
  }

  private void totals() {
    long broken = report.broken().size();
    line(
        "%s  %,d records of %,d agents in %,d chains, %,d of them broken",
        report.isIntact() ? "intact" : "BROKEN",
        report.records(),
        report.agents(),
        report.chains().size(),
        broken);
    line("  complete  %s", complete());
    line("  sealed    %s", sealed());
    if (report.gone() > 0) {
      line("  gone      %,d records that were verified before", report.gone());
    }
  }

  private String complete() {
    if (report.records() == 0) {
      return "no record at all";
    }
    double percent = 100.0 * report.complete() / report.records();
    return format(
        "%.2f %% (%,d records say who asked and how it ended)", percent, report.complete());
  }

  private String sealed() {
    if (!report.hasSeals()) {
      return "no seals given: that last records were dropped would not be noticed";
    }
    return report.unsealed() == 0
        ? "to the last record"
        : format(
            "all but %,d last records: that those were dropped would not be noticed",
            report.unsealed());
  }

  private void line(String pattern, Object... values) {
    out.append(format(pattern, values)).append('\n');
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
