package io.driftline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages form a chain, each knowing only those before it; the models know no runtime. */
@AnalyzeClasses(packages = "io.driftline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule ACTIVITY_KNOWS_NOBODY = knowsOnly("activity");

  @ArchTest static final ArchRule REGISTRY = knowsOnly("registry", "activity");

  @ArchTest static final ArchRule BASELINE = knowsOnly("baseline", "activity", "registry");

  @ArchTest
  static final ArchRule FEATURE = knowsOnly("feature", "activity", "registry", "baseline");

  @ArchTest
  static final ArchRule FOREST = knowsOnly("forest", "activity", "registry", "baseline", "feature");

  @ArchTest
  static final ArchRule EXPLAIN =
      knowsOnly("explain", "activity", "registry", "baseline", "feature", "forest");

  @ArchTest
  static final ArchRule DRIFT =
      knowsOnly("drift", "activity", "registry", "baseline", "feature", "forest", "explain");

  @ArchTest
  static final ArchRule POSTURE =
      knowsOnly(
          "posture", "activity", "registry", "baseline", "feature", "forest", "explain", "drift");

  @ArchTest
  static final ArchRule RELATION =
      knowsOnly(
          "relation",
          "activity",
          "registry",
          "baseline",
          "feature",
          "forest",
          "explain",
          "drift",
          "posture");

  @ArchTest
  static final ArchRule AUDIT =
      knowsOnly(
          "audit",
          "activity",
          "registry",
          "baseline",
          "feature",
          "forest",
          "explain",
          "drift",
          "posture",
          "relation");

  @ArchTest
  static final ArchRule DECIDE =
      knowsOnly(
          "decide",
          "activity",
          "registry",
          "baseline",
          "feature",
          "forest",
          "explain",
          "drift",
          "posture",
          "relation",
          "audit");

  @ArchTest
  static final ArchRule INCIDENT =
      knowsOnly(
          "incident",
          "activity",
          "registry",
          "baseline",
          "feature",
          "forest",
          "explain",
          "drift",
          "posture",
          "relation",
          "audit",
          "decide");

  /** What it knows of posture is the names of the rules that it violates. */
  @ArchTest
  static final ArchRule SIMULATE = knowsOnly("simulate", "activity", "registry", "posture");

  @ArchTest
  static final ArchRule MODELS_KNOW_NO_RUNTIME =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache..", "com.fasterxml..", "picocli..", "smile..");

  private static ArchRule knowsOnly(String name, String... earlier) {
    String[] allowed = new String[earlier.length + 2];
    allowed[0] = "java..";
    allowed[1] = "io.driftline." + name;
    for (int i = 0; i < earlier.length; i++) {
      allowed[i + 2] = "io.driftline." + earlier[i];
    }
    return classes()
        .that()
        .resideInAPackage("io.driftline." + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }
}
