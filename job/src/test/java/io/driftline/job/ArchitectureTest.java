package io.driftline.job;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.flink.metrics.MetricGroup;

/** Data flows one way through the stages, and the command line stays out of the job. */
@AnalyzeClasses(packages = "io.driftline.job", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_JOB_DOES_NOT_KNOW_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..job.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..job.cli..", "picocli..", "kafka..", "io.driftline.simulate..");

  /** Whatever reads an option may not ask where it was set. */
  @ArchTest
  static final ArchRule CONFIG_DOES_NOT_KNOW_WHERE_SETTINGS_COME_FROM =
      mayNotKnow("config", "settings", "topic");

  @ArchTest
  static final ArchRule SETTINGS_KNOW_NO_STAGE =
      mayNotKnow("settings", "topic", "ingest", "identify", "profile", "train", "detect", "alert");

  @ArchTest
  static final ArchRule THE_CHECK_OF_TOPICS_KNOWS_NO_STAGE =
      mayNotKnow("topic", "ingest", "identify", "profile", "train", "detect", "alert");

  @ArchTest
  static final ArchRule STATE_KNOWS_NO_STAGE =
      mayNotKnow("state", "ingest", "identify", "profile", "train", "detect", "alert", "config");

  @ArchTest
  static final ArchRule AUTHORITY_KNOWS_NO_LATER_STAGE =
      mayNotKnow("authority", "identify", "profile", "train", "detect", "posture", "alert");

  @ArchTest
  static final ArchRule REGISTRY_KNOWS_NO_STAGE =
      mayNotKnow("registry", "identify", "posture", "drift", "profile", "train", "detect");

  @ArchTest
  static final ArchRule IDENTIFY_KNOWS_NO_LATER_STAGE =
      mayNotKnow("identify", "profile", "train", "detect", "alert");

  @ArchTest
  static final ArchRule DRIFT_KNOWS_NO_LATER_STAGE =
      mayNotKnow("drift", "profile", "train", "detect", "alert", "control");

  @ArchTest
  static final ArchRule POSTURE_KNOWS_NO_LATER_STAGE =
      mayNotKnow("posture", "profile", "train", "detect", "control");

  @ArchTest
  static final ArchRule PROFILE_KNOWS_NO_LATER_STAGE =
      mayNotKnow("profile", "train", "detect", "alert");

  @ArchTest
  static final ArchRule TRAIN_KNOWS_NO_LATER_STAGE = mayNotKnow("train", "detect", "alert");

  @ArchTest
  static final ArchRule DETECT_KNOWS_NO_LATER_STAGE = mayNotKnow("detect", "audit", "alert");

  @ArchTest
  static final ArchRule RELATION_KNOWS_NO_LATER_STAGE =
      mayNotKnow("relation", "profile", "train", "detect", "audit", "alert", "control");

  @ArchTest
  static final ArchRule AUDIT_KNOWS_NO_OTHER_BRANCH =
      mayNotKnow("audit", "drift", "relation", "train", "control", "config");

  @ArchTest
  static final ArchRule INCIDENT_KNOWS_NO_STAGE =
      mayNotKnow("incident", "ingest", "identify", "profile", "train", "detect", "control");

  /** It writes what the models tell, and knows nothing of how that came about. */
  @ArchTest
  static final ArchRule OCSF_KNOWS_NO_STAGE =
      mayNotKnow(
          "ocsf", "ingest", "identify", "profile", "train", "detect", "drift", "posture", "config");

  /** Every metric has a documented name. */
  @ArchTest
  static final ArchRule METRICS_ARE_REGISTERED_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..job.metric..")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(MetricGroup.class)))
                  .and(target(nameMatching("counter|gauge|histogram|meter"))));

  @ArchTest
  static final ArchRule METRICS_KNOW_NO_STAGE =
      noClasses()
          .that()
          .resideInAPackage("..job.metric..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.driftline..").and(not(resideInAPackage("..job.metric.."))));

  private static ArchRule mayNotKnow(String stage, String... later) {
    String[] packages = new String[later.length];
    for (int i = 0; i < later.length; i++) {
      packages[i] = "io.driftline.job." + later[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("io.driftline.job." + stage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}
