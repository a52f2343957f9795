package io.driftline.job.cli.registry;

import io.driftline.explain.PlainText;
import io.driftline.job.cli.registry.RegistryPlan.Step;
import io.driftline.registry.Grant;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Shows for a terminal what is to be published. */
final class PlanText {

  /** The longest name of a field. */
  private static final int LABEL = "entitlements".length();

  private static final String INDENT = "    ";

  private final StringBuilder out = new StringBuilder(1024);

  private PlanText() {}

  /** Every record that changes with its fields, then the totals. */
  static String of(RegistryPlan plan) {
    PlanText text = new PlanText();
    plan.steps().forEach(text::step);
    plan.subjects().forEach(subject -> text.totals(plan, subject));
    return text.out.toString();
  }

  private void step(Step step) {
    String sign = step.adds() ? "+" : step.removes() ? "-" : "~";
    line("%s %s %s", sign, Subjects.one(step.after().subject()), PlainText.of(step.after().id()));
    if (step.changes()) {
      RecordDiff.of(step.before(), step.after()).forEach(this::diff);
    }
  }

  private void diff(RecordDiff diff) {
    String label = diff.field();
    for (String change : changes(diff)) {
      line("%s%-" + LABEL + "s  %s", INDENT, label, change);
      label = "";
    }
  }

  private static List<String> changes(RecordDiff diff) {
    List<String> lines = new ArrayList<>();
    diff.before().forEach(item -> lines.add("- " + describe(item)));
    diff.after().forEach(item -> lines.add("+ " + describe(item)));
    if (!diff.isDeclared()) {
      lines.add("+ not declared");
    } else if (diff.after().isEmpty() && !diff.wasDeclared()) {
      lines.add("+ none");
    }
    if (!diff.wasDeclared()) {
      lines.add(0, "- not declared");
    }
    return lines;
  }

  private static String describe(Object item) {
    if (item instanceof Grant grant) {
      return describe(grant.right())
          + ", granted "
          + grant.granted()
          + (grant.expires() == null ? "" : ", expires " + grant.expires())
          + (grant.reviewed() == null ? "" : ", reviewed " + grant.reviewed());
    }
    if (item instanceof Right right) {
      return PlainText.of(right.system()) + " " + PlainText.of(right.permission());
    }
    if (item instanceof RegisteredCredential credential) {
      return PlainText.of(credential.id())
          + (credential.type() == null ? "" : ", " + PlainText.of(credential.type()))
          + (credential.rotated() == null ? "" : ", rotated " + credential.rotated());
    }
    return PlainText.of(item.toString());
  }

  private void totals(RegistryPlan plan, Subject subject) {
    line(
        "%s: %d added, %d changed, %d removed, %d as they are",
        Subjects.list(subject),
        count(plan, subject, Step::adds),
        count(plan, subject, Step::changes),
        count(plan, subject, Step::removes),
        plan.same(subject));
    if (plan.kept(subject) > 0) {
      line("%s%d not in the file stay; --prune removes them", INDENT, plan.kept(subject));
    }
  }

  private static long count(RegistryPlan plan, Subject subject, Predicate<Step> which) {
    return plan.steps(subject).stream().filter(which).count();
  }

  private void line(String format, Object... values) {
    out.append(format.formatted(values)).append('\n');
  }
}
