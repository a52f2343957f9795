package io.driftline.job.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.registry.RegistryChange;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

class RegistryRecordTest {

  private static final TypeSerializer<RegistryRecord> SERIALIZER =
      TypeInformation.of(RegistryRecord.class)
          .createSerializer(
              new SerializerConfigImpl(
                  Configuration.fromMap(Map.of("pipeline.generic-types", "false"))));

  @Property(tries = 300, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void travelsBetweenOperatorsUnchanged(@ForAll("changes") RegistryChange change)
      throws IOException {
    RegistryRecord record = RegistryRecord.of(change);
    DataOutputSerializer out = new DataOutputSerializer(512);
    SERIALIZER.serialize(record, out);
    assertThat(SERIALIZER.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(record);
  }

  @Provide
  Arbitrary<RegistryChange> changes() {
    return RegistryEntries.any().map(entry -> entry.change(7));
  }
}
