package io.driftline.job.posture;

import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.CredentialSettings;
import io.driftline.posture.CredentialUse;
import io.driftline.posture.Finding;
import io.driftline.registry.RegistryChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The operators of {@link CredentialFlow} one behind the other, in one thread. */
final class CredentialRun implements AutoCloseable {

  private static final StageSettings STAGE =
      new StageSettings(Ordering.ARRIVAL, 90 * CredentialActions.DAY, 10);

  private final CredentialSettings settings;
  private final List<Finding> findings = new ArrayList<>();
  private final List<CredentialEntry> inventory = new ArrayList<>();
  private OneInputStreamOperatorTestHarness<IdentifiedAction, CredentialUse> tally;
  private AgentCredentialStage stage;
  private KeyedTwoInputStreamOperatorTestHarness<String, CredentialUse, RegistryChange, Finding>
      byAgent;
  private KeyedOneInputStreamOperatorTestHarness<String, CredentialNews, Finding> byCredential;

  CredentialRun(CredentialSettings settings) throws Exception {
    this.settings = settings;
    open(null, null);
  }

  private void open(OperatorSubtaskState agents, OperatorSubtaskState credentials)
      throws Exception {
    tally = new OneInputStreamOperatorTestHarness<>(new CredentialTally());
    stage = new AgentCredentialStage(STAGE, settings, SensitivityTable.shipped());
    byAgent =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            stage, CredentialUse::agentId, RegistryChange::id, Types.STRING);
    byCredential =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new CredentialStage(STAGE, settings), CredentialNews::credential, Types.STRING);
    if (agents != null) {
      byAgent.initializeState(agents);
      byCredential.initializeState(credentials);
    }
    tally.open();
    byAgent.open();
    byCredential.open();
  }

  /** Takes a savepoint, and goes on from it in new operators. */
  void restore() throws Exception {
    barrier();
    OperatorSubtaskState agents = snapshot();
    passOn();
    byCredential.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState credentials = byCredential.snapshot(1, 1);
    close();
    open(agents, credentials);
  }

  private OperatorSubtaskState snapshot() throws Exception {
    stage.prepareSnapshotPreBarrier(1);
    return byAgent.snapshot(1, 1);
  }

  void act(IdentifiedAction action) throws Exception {
    tally.processElement(action, action.action().timeMillis());
  }

  void learn(RegistryChange change) throws Exception {
    byAgent.processElement2(new StreamRecord<>(change, change.time()));
    passOn();
  }

  /** Lets event time pass, up to and with an instant. */
  void watermark(long time) throws Exception {
    tally.processWatermark(new Watermark(time));
    passOn();
    byAgent.processBothWatermarks(new Watermark(time));
    passOn();
    byCredential.processWatermark(new Watermark(time));
    passOn();
  }

  /** Has the tally send what it has. */
  void barrier() throws Exception {
    tally.prepareSnapshotPreBarrier(1);
    passOn();
  }

  private void passOn() throws Exception {
    for (CredentialUse use : tally.extractOutputValues()) {
      byAgent.processElement1(new StreamRecord<>(use, use.last()));
    }
    tally.getOutput().clear();
    List<StreamRecord<CredentialNews>> news = new ArrayList<>();
    drain(byAgent.getSideOutput(AgentCredentialStage.NEWS), news::add);
    for (StreamRecord<CredentialNews> each : news) {
      byCredential.processElement(each);
    }
    drain(
        byAgent.getSideOutput(AgentCredentialStage.INVENTORY),
        entry -> inventory.add(entry.getValue()));
    findings.addAll(byAgent.extractOutputValues());
    byAgent.getOutput().clear();
    findings.addAll(byCredential.extractOutputValues());
    byCredential.getOutput().clear();
  }

  private static <T> void drain(Queue<StreamRecord<T>> from, Consumer<StreamRecord<T>> into) {
    if (from != null) {
      from.forEach(into);
      from.clear();
    }
  }

  /** All that was found so far. */
  List<Finding> findings() {
    return findings;
  }

  List<CredentialEntry> inventory() {
    return inventory;
  }

  int entriesInState() {
    return byAgent.numKeyedStateEntries() + byCredential.numKeyedStateEntries();
  }

  int timers() {
    return byAgent.numEventTimeTimers() + byCredential.numEventTimeTimers();
  }

  @Override
  public void close() throws Exception {
    tally.close();
    byAgent.close();
    byCredential.close();
  }
}
