package io.driftline.job.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;

/**
 * What a {@code FlinkDeployment} may say in {@code spec}: the fields of the reference of the Flink
 * Kubernetes operator, flink.apache.org/v1beta1.
 */
record FlinkDeploymentSpec(
    JobSpec job,
    Long restartNonce,
    Map<String, String> flinkConfiguration,
    String image,
    String imagePullPolicy,
    String serviceAccount,
    FlinkVersion flinkVersion,
    PodTemplateSpec podTemplate,
    JobManagerSpec jobManager,
    TaskManagerSpec taskManager,
    Map<String, String> logConfiguration,
    Mode mode) {

  record JobSpec(
      String jarURI,
      int parallelism,
      String entryClass,
      List<String> args,
      State state,
      Long savepointTriggerNonce,
      String initialSavepointPath,
      Long checkpointTriggerNonce,
      UpgradeMode upgradeMode,
      Boolean allowNonRestoredState,
      Long savepointRedeployNonce) {}

  record JobManagerSpec(Resource resource, int replicas, PodTemplateSpec podTemplate) {}

  record TaskManagerSpec(Resource resource, Integer replicas, PodTemplateSpec podTemplate) {}

  record Resource(Double cpu, String memory, String ephemeralStorage) {}

  enum State {
    running,
    suspended
  }

  enum UpgradeMode {
    savepoint,
    @JsonProperty("last-state")
    last_state,
    stateless
  }

  enum Mode {
    @JsonProperty("native")
    natively,
    standalone
  }

  /** Those on which Driftline runs. */
  enum FlinkVersion {
    v2_2
  }
}
