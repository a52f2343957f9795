package io.driftline.job.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.config.OutputTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private final Identity identity = new Identity();

  @Test
  void anotherChangeOfAnIncidentIsAnotherRecord() throws IOException {
    OutputRecord opened = of("incidents", "{'id':'a','number':1,'change':'opened','score':80}");
    OutputRecord grown = of("incidents", "{'id':'a','number':2,'change':'grew','score':80}");
    OutputRecord other = of("incidents", "{'id':'a','number':1,'change':'opened','score':90}");

    assertThat(grown.identity()).isNotEqualTo(opened.identity());
    assertThat(other.identity()).isEqualTo(opened.identity());
    assertThat(other.content()).isNotEqualTo(opened.content());
  }

  @Test
  void aSealIsTheSameWheneverItWasTold() throws IOException {
    OutputRecord early = of("audit-seals", "{'agent_id':'a','seq':7,'hash':'x','time':'1'}");
    OutputRecord late = of("audit-seals", "{'agent_id':'a','seq':7,'hash':'x','time':'2'}");
    OutputRecord forged = of("audit-seals", "{'agent_id':'a','seq':7,'hash':'y','time':'1'}");

    assertThat(late).isEqualTo(early);
    assertThat(forged.identity()).isEqualTo(early.identity());
    assertThat(forged.content()).isNotEqualTo(early.content());
  }

  @Test
  void everyOutputTopicIsKnown() throws IOException {
    for (String topic : new OutputTopics("p").all()) {
      assertThat(of(topic.substring(2), "{'agent_id':'a'}")).isNotNull();
    }
  }

  private OutputRecord of(String kind, String json) throws IOException {
    return identity.of(kind, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
