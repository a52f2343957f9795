package io.driftline.job.savepoint;

import static org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys.VALUE_SERIALIZER;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;

/** What lies in a savepoint: every state of every operator, and how it is written. */
public final class SavepointInventory {

  private static final ClassLoader LOADER = SavepointInventory.class.getClassLoader();

  private SavepointInventory() {}

  /**
   * One state.
   *
   * @param uid of its operator
   * @param name of the state
   * @param kind keyed, operator, broadcast or timers
   * @param serializer how its values are written
   */
  public record Entry(String uid, String name, String kind, String serializer) {}

  /** All states of a savepoint, in order of uid and name. */
  public static List<Entry> of(Path savepoint) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (OperatorState operator : operators(savepoint)) {
      String uid = operator.getOperatorUid().orElse("?");
      for (OperatorSubtaskState subtask : operator.getStates()) {
        add(entries, uid, subtask);
      }
    }
    return entries.stream()
        .distinct()
        .sorted(Comparator.comparing(Entry::uid).thenComparing(Entry::name))
        .toList();
  }

  /** The uids of all operators that were in the job, with state or without. */
  public static List<String> uids(Path savepoint) throws IOException {
    return operators(savepoint).stream()
        .map(each -> each.getOperatorUid().orElse("?"))
        .sorted()
        .toList();
  }

  private static List<OperatorState> operators(Path savepoint) throws IOException {
    byte[] metadata = Files.readAllBytes(savepoint.resolve("_metadata"));
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(metadata))) {
      return List.copyOf(
          Checkpoints.loadCheckpointMetadata(in, LOADER, savepoint.toUri().toString())
              .getOperatorStates());
    }
  }

  private static void add(List<Entry> entries, String uid, OperatorSubtaskState subtask)
      throws IOException {
    for (KeyedStateHandle handle : subtask.getManagedKeyedState()) {
      try (InputStream in = ((KeyGroupsStateHandle) handle).openInputStream()) {
        KeyedBackendSerializationProxy<?> proxy = new KeyedBackendSerializationProxy<>(LOADER);
        proxy.read(new DataInputViewStreamWrapper(in));
        proxy.getStateMetaInfoSnapshots().forEach(each -> entries.add(entry(uid, each)));
      }
    }
    for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
      try (InputStream in = handle.openInputStream()) {
        OperatorBackendSerializationProxy proxy = new OperatorBackendSerializationProxy(LOADER);
        proxy.read(new DataInputViewStreamWrapper(in));
        proxy.getOperatorStateMetaInfoSnapshots().forEach(each -> entries.add(entry(uid, each)));
        proxy.getBroadcastStateMetaInfoSnapshots().forEach(each -> entries.add(entry(uid, each)));
      }
    }
  }

  private static Entry entry(String uid, StateMetaInfoSnapshot state) {
    BackendStateType type = state.getBackendStateType();
    String kind =
        switch (type) {
          case KEY_VALUE, KEY_VALUE_V2 -> "keyed";
          case OPERATOR -> "operator";
          case BROADCAST -> "broadcast";
          case PRIORITY_QUEUE -> "timers";
        };
    return new Entry(
        uid,
        state.getName(),
        kind,
        type == BackendStateType.PRIORITY_QUEUE
            ? "timers"
            : name(state.getTypeSerializerSnapshot(VALUE_SERIALIZER).restoreSerializer()));
  }

  private static String name(TypeSerializer<?> serializer) {
    if (serializer instanceof MapSerializer<?, ?> map) {
      return name(map.getValueSerializer());
    }
    if (serializer instanceof ListSerializer<?> list) {
      return name(list.getElementSerializer());
    }
    return "%s %d"
        .formatted(
            serializer.getClass().getSimpleName(),
            serializer.snapshotConfiguration().getCurrentVersion());
  }
}
