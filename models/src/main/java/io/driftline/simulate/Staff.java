package io.driftline.simulate;

import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everybody who works here, and what each may do from when on. */
final class Staff {

  private final Map<String, Dossier<UserRecord>> people = new LinkedHashMap<>();
  private final List<String> regulars = new ArrayList<>();
  private final int firstName;
  private final long begin;

  /**
   * @param regulars how many people stay all the time
   * @param begin when the registry comes to know them, epoch milliseconds
   */
  Staff(int regulars, long begin, Dice dice) {
    this.firstName = dice.below(Names.DISTINCT_PEOPLE);
    this.begin = begin;
    for (int i = 0; i < regulars; i++) {
      this.regulars.add(join(begin));
    }
  }

  /** Somebody who was always here and stays. */
  String regular(Dice dice) {
    return dice.pick(regulars);
  }

  /** Somebody of whom the registry knows from the beginning, and who is nobody else's. */
  String somebody() {
    return join(begin);
  }

  /** Somebody new. */
  String join(long time) {
    String id = Names.person(firstName + people.size()) + "@" + Names.OWN_DOMAIN;
    UserRecord record = new UserRecord(id, UserStatus.ACTIVE, List.of(), null);
    people.put(id, new Dossier<>(time, record));
    return id;
  }

  /** Entitles somebody from the beginning on. */
  void entitle(String id, Operation call) {
    entitle(id, call, people.get(id).begin());
  }

  void entitle(String id, Operation call, long time) {
    Right right = right(call);
    people
        .get(id)
        .edit(
            time,
            record -> {
              List<Right> rights = new ArrayList<>(record.entitlements());
              if (!rights.contains(right)) {
                rights.add(right);
              }
              return new UserRecord(id, record.status(), rights, record.manager());
            });
  }

  void status(String id, UserStatus status, long time) {
    people.get(id).edit(time, record -> with(record, status, record.manager()));
  }

  void manager(String id, String manager, long time) {
    people.get(id).edit(time, record -> with(record, record.status(), manager));
  }

  boolean knows(String id) {
    return people.containsKey(id);
  }

  /** Whether somebody is at work and may do this. */
  boolean mayDo(String id, Operation call, long time) {
    UserRecord record = people.get(id).at(time);
    return record != null
        && record.isActive()
        && record.isEntitled(call.system(), call.permission());
  }

  /** What the registry says of everybody, in no order. */
  List<RegistryChange> changes() {
    List<RegistryChange> changes = new ArrayList<>();
    for (Dossier<UserRecord> person : people.values()) {
      person.forEach((time, record) -> changes.add(RegistryChange.user(record, time)));
    }
    return changes;
  }

  List<String> regulars() {
    return regulars;
  }

  static Right right(Operation call) {
    return new Right(call.system(), call.permission());
  }

  private static UserRecord with(UserRecord record, UserStatus status, String manager) {
    return new UserRecord(record.userId(), status, record.entitlements(), manager);
  }
}
