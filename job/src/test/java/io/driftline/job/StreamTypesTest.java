package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.decide.Anomaly;
import io.driftline.decide.Feedback;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.HiddenSignal;
import io.driftline.incident.Incident;
import io.driftline.incident.Signal;
import io.driftline.job.alert.OutputRecord;
import io.driftline.job.audit.AuditRecord;
import io.driftline.job.authority.AuthorityQuestion;
import io.driftline.job.authority.CallNote;
import io.driftline.job.authority.RegistryCopy;
import io.driftline.job.authority.RequestedAction;
import io.driftline.job.control.ControlRecord;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.drift.GrantNews;
import io.driftline.job.drift.PeerNews;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.incident.BudgetEntry;
import io.driftline.job.incident.SuppressionChange;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.posture.CredentialNews;
import io.driftline.job.posture.PostureNews;
import io.driftline.job.profile.CohortDelta;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.registry.RegistryRecord;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.train.SampledVector;
import io.driftline.job.tune.PublishedPolicy;
import io.driftline.job.tune.Tuning;
import io.driftline.posture.Accusation;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.CredentialUse;
import io.driftline.posture.Finding;
import io.driftline.registry.RegistryChange;
import io.driftline.relation.Edge;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that travels between operators or lies in state serialises without Kryo. */
class StreamTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        AgentAction.class,
        Decoded.class,
        DeadLetter.class,
        IdentifiedAction.class,
        CohortDelta.class,
        CohortVersion.class,
        ProfiledAction.class,
        SampledVector.class,
        ScoredAction.class,
        JudgedAction.class,
        AuditRecord.class,
        Edge.class,
        Anomaly.class,
        DriftEvent.class,
        DriftAcceptance.class,
        PeerNews.class,
        GrantNews.class,
        RequestedAction.class,
        CallNote.class,
        AuthorityQuestion.class,
        RegistryCopy.class,
        Accusation.class,
        RegistryChange.class,
        PostureNews.class,
        Finding.class,
        ControlRecord.class,
        OutputRecord.class,
        RegistryRecord.class,
        CredentialUse.class,
        CredentialNews.class,
        CredentialEntry.class,
        Signal.class,
        Incident.class,
        HiddenSignal.class,
        HiddenCount.class,
        BudgetEntry.class,
        SuppressionChange.class,
        PublishedPolicy.class,
        Feedback.class,
        Tuning.class
      })
  void serialisesWithoutKryo(Class<?> type) {
    SerializerConfigImpl noKryo =
        new SerializerConfigImpl(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));

    TypeInformation<?> information = TypeInformation.of(type);

    assertThat(information).isNotInstanceOf(GenericTypeInfo.class);
    // Fails if any part of the type would need Kryo.
    assertThat(information.createSerializer(noKryo)).isNotNull();
  }
}
