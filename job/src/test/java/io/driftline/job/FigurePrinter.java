package io.driftline.job;

import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints what tests measured: Surefire passes over the entries that they report. */
public final class FigurePrinter implements TestExecutionListener {

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    entry
        .getKeyValuePairs()
        .forEach((what, figure) -> System.out.printf("%s | %s%n", what, figure));
  }
}
