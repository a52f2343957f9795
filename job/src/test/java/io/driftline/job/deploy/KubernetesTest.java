package io.driftline.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaClient;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests hold nothing that Kubernetes and its operators do not know. */
class KubernetesTest {

  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "v1 Namespace", Namespace.class,
          "v1 ServiceAccount", ServiceAccount.class,
          "v1 Secret", Secret.class,
          "rbac.authorization.k8s.io/v1 Role", Role.class,
          "rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class,
          "batch/v1 Job", Job.class,
          "monitoring.coreos.com/v1 PodMonitor", PodMonitor.class,
          "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class);

  @TempDir private Path folder;

  @Test
  void everyFieldIsKnown() throws Exception {
    for (Path file : manifests()) {
      for (JsonNode document : DeploymentFiles.documents(file)) {
        String kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();
        if (kind.equals("flink.apache.org/v1beta1 FlinkDeployment")) {
          flinkDeployment();
        } else {
          assertThat(KINDS).containsKey(kind);
          StrictModel.read(document, KINDS.get(kind));
        }
      }
    }
  }

  @Test
  void aFieldThatIsWrittenWrongIsNoticed() throws Exception {
    ObjectNode job = (ObjectNode) DeploymentFiles.document("kubernetes/topics-job.yaml");
    ((ObjectNode) job.at("/spec/template/spec/securityContext")).put("runAsNonroot", true);
    assertThatThrownBy(() -> StrictModel.read(job, Job.class))
        .hasMessage("Job has no field [/spec/template/spec/securityContext/runAsNonroot]");
  }

  @Test
  void theKustomizationNamesEveryManifest() throws IOException {
    List<String> listed =
        DeploymentFiles.texts(
                DeploymentFiles.document("kubernetes/kustomization.yaml").path("resources"))
            .filter(each -> !each.equals("../topics"))
            .toList();
    assertThat(manifests())
        .extracting(file -> file.getFileName().toString())
        .filteredOn(name -> !name.equals("secrets.example.yaml"))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void theJobIsGivenOptionsThatItAndFlinkKnow() throws Exception {
    FlinkDeploymentSpec spec = flinkDeployment();
    assertThat(spec.job().entryClass()).isEqualTo(AgentAnomalyJob.class.getName());
    assertThat(spec.job().jarURI()).isEqualTo("local:///opt/flink/usrlib/driftline-job.jar");
    assertThat(DeploymentFiles.text("Dockerfile"))
        .contains("/opt/flink/usrlib/driftline-job.jar\n");
    assertThat(jobOptions().get(DriftlineOptions.AGENTS_TOPIC)).isEqualTo("agent-registry");
    assertThat(jobOptions().get(DriftlineOptions.PEOPLE_TOPIC)).isEqualTo("people-registry");
    assertThat(FlinkOptions.known()).containsAll(spec.flinkConfiguration().keySet());
  }

  @Test
  void stateIsOnS3AndSurvivesAnUpgradeAndTheJobManager() throws Exception {
    FlinkDeploymentSpec spec = flinkDeployment();
    assertThat(spec.job().upgradeMode()).isEqualTo(FlinkDeploymentSpec.UpgradeMode.savepoint);
    assertThat(spec.flinkConfiguration())
        .containsEntry("high-availability.type", "kubernetes")
        .extractingByKeys(
            "high-availability.storageDir",
            "execution.checkpointing.dir",
            "execution.checkpointing.savepoint-dir")
        .allMatch(dir -> dir.startsWith("s3://"));
  }

  @Test
  void noContainerMayBeRootOrGainRights() throws Exception {
    Job topics =
        StrictModel.read(DeploymentFiles.document("kubernetes/topics-job.yaml"), Job.class);
    requireUnprivileged(topics.getSpec().getTemplate().getSpec());
    requireUnprivileged(flinkDeployment().podTemplate().getSpec());
  }

  @Test
  void prometheusFindsTheMetricsOfEveryPod() throws Exception {
    FlinkDeploymentSpec spec = flinkDeployment();
    PodMonitor monitor =
        StrictModel.read(DeploymentFiles.document("kubernetes/pod-monitor.yaml"), PodMonitor.class);
    Container flink = spec.podTemplate().getSpec().getContainers().get(0);
    assertThat(flink.getPorts())
        .singleElement()
        .satisfies(
            port -> {
              assertThat(port.getName())
                  .isEqualTo(monitor.getSpec().getPodMetricsEndpoints().get(0).getPort());
              assertThat(port.getContainerPort())
                  .hasToString(spec.flinkConfiguration().get("metrics.reporter.prom.port"));
            });
    assertThat(monitor.getSpec().getSelector().getMatchLabels())
        .containsEntry("app", metadata().getName());
  }

  @Test
  void thePasswordIsReadFromTheFileThatTheSecretBecomes() throws Exception {
    JsonNode secret =
        DeploymentFiles.documents(DeploymentFiles.FOLDER.resolve("kubernetes/secrets.example.yaml"))
            .get(0);
    Path file = folder.resolve("kafka.properties");
    Files.writeString(file, secret.at("/stringData/kafka.properties").asText());
    Properties properties = KafkaClient.properties(jobOptions());
    properties.replaceAll(
        (key, value) -> value.toString().replace("/opt/driftline/kafka", folder.toString()));
    properties.put("bootstrap.servers", "kafka:9093");
    properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
    Password jaas = new ConsumerConfig(properties).getPassword(SaslConfigs.SASL_JAAS_CONFIG);
    assertThat(jaas.value()).endsWith("username=\"driftline\" password=\"change-me\";");
  }

  private static void requireUnprivileged(PodSpec pod) {
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getContainers())
        .allSatisfy(
            container -> {
              assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
              assertThat(container.getSecurityContext().getCapabilities().getDrop())
                  .containsExactly("ALL");
            });
  }

  private static Configuration jobOptions() throws IOException {
    return DeploymentFiles.jobOptions(
        DeploymentFiles.document("kubernetes/flink-deployment.yaml").at("/spec/job/args"));
  }

  private static FlinkDeploymentSpec flinkDeployment() throws Exception {
    metadata();
    return StrictModel.read(
        DeploymentFiles.document("kubernetes/flink-deployment.yaml").path("spec"),
        FlinkDeploymentSpec.class);
  }

  private static ObjectMeta metadata() throws Exception {
    return StrictModel.read(
        DeploymentFiles.document("kubernetes/flink-deployment.yaml").path("metadata"),
        ObjectMeta.class);
  }

  private static List<Path> manifests() throws IOException {
    try (var files = Files.list(DeploymentFiles.FOLDER.resolve("kubernetes"))) {
      return files
          .filter(file -> !file.getFileName().toString().equals("kustomization.yaml"))
          .sorted()
          .toList();
    }
  }
}
