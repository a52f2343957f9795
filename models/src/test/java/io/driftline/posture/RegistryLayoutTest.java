package io.driftline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.baseline.Damage;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryLayoutTest {

  private static final Instant THEN = Instant.parse("2026-01-05T09:00:00.000123456Z");

  private static final AgentRecord FULL =
      new AgentRecord(
          "sales-bot",
          AgentKind.ORGANIZATIONAL,
          "ann@corp.example",
          "Acme",
          "sales",
          "1.4",
          List.of("crm", "mail"),
          List.of(AgentRecord.ANYBODY),
          List.of(
              new Grant(new Right("crm", "crm:read"), THEN, null, null),
              new Grant(new Right("mail", "mail:*"), THEN, THEN.plusSeconds(9), THEN)),
          List.of(
              new RegisteredCredential("key-1", "api_key", THEN),
              new RegisteredCredential("key-2", null, null)));

  private static final AgentRecord BARE = AgentRecord.of("sales-bot", null, null, null);
  private static final AgentRecord NOTHING_ALLOWED =
      new AgentRecord(
          "sales-bot", null, null, null, null, null, List.of(), List.of(), List.of(), List.of());

  @Test
  void everyRecordOfAnAgentComesBackWithWhatWasNotDeclaredKeptApartFromNothing() {
    RecordHistory<AgentRecord> read = RegistryLayout.readAgents(new StateReader(agents()));
    assertThat(changes(read))
        .containsExactly("10 " + FULL, "20 null", "30 " + BARE, "40 " + NOTHING_ALLOWED);
    assertThat(read.at(35).grants()).isNull();
    assertThat(read.at(45).grants()).isEmpty();
    assertThat(read.hasForgotten()).isFalse();
  }

  @Test
  void everyRecordOfAPersonComesBack() {
    RecordHistory<UserRecord> read = RegistryLayout.readUsers(new StateReader(users()));
    assertThat(read.at(1).entitlements()).containsExactly(new Right("*", "*"));
    assertThat(read.at(1).manager()).isEqualTo("bob");
    assertThat(read.at(2).status()).isEqualTo(UserStatus.DEPARTED);
    assertThat(read.at(2).entitlements()).isNull();
  }

  @Test
  void whatWasForgottenStaysForgotten() {
    RecordHistory<UserRecord> history = new RecordHistory<>();
    for (int time = 0; time <= RecordHistory.MOST; time++) {
      history.put(time, new UserRecord("ann", UserStatus.ACTIVE, null, null));
    }
    StateWriter out = new StateWriter();
    RegistryLayout.writeUsers(out, history);
    RecordHistory<UserRecord> read = RegistryLayout.readUsers(new StateReader(out.toBytes()));
    assertThat(read.hasForgotten()).isTrue();
    assertThat(read.size()).isEqualTo(RecordHistory.MOST);
    assertThat(read.at(-1)).isNotNull();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    Damage.refusesVersion(agents(), "registry history", 1, 1, RegistryLayoutTest::readAgents);
    Damage.refusesEveryTruncation(agents(), RegistryLayoutTest::readAgents);
    Damage.refusesEveryTruncation(users(), RegistryLayoutTest::readUsers);
    Damage.survivesFlippedBits(agents(), RegistryLayoutTest::readAgents);
    Damage.survivesFlippedBits(users(), RegistryLayoutTest::readUsers);
  }

  private static byte[] agents() {
    RecordHistory<AgentRecord> history = new RecordHistory<>();
    history.put(10, FULL);
    history.put(20, null);
    history.put(30, BARE);
    history.put(40, NOTHING_ALLOWED);
    StateWriter out = new StateWriter();
    RegistryLayout.writeAgents(out, history);
    return out.toBytes();
  }

  private static byte[] users() {
    RecordHistory<UserRecord> history = new RecordHistory<>();
    history.put(1, new UserRecord("ann", UserStatus.ACTIVE, List.of(new Right("*", "*")), "bob"));
    history.put(2, new UserRecord("ann", UserStatus.DEPARTED, null, null));
    StateWriter out = new StateWriter();
    RegistryLayout.writeUsers(out, history);
    return out.toBytes();
  }

  private static void readAgents(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    RegistryLayout.readAgents(in);
    in.readEnd("registry history");
  }

  private static void readUsers(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    RegistryLayout.readUsers(in);
    in.readEnd("registry history");
  }

  private static List<String> changes(RecordHistory<?> history) {
    List<String> changes = new ArrayList<>();
    history.forEach((time, record) -> changes.add(time + " " + record));
    return changes;
  }
}
