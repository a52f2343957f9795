package io.driftline.job.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OcsfAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.10",
        "255.255.255.255",
        "2001:db8::1",
        "::1",
        "::",
        "fe80::",
        "2001:DB8:0:0:8:800:200C:417A",
        "1:2:3:4:5:6::"
      })
  void takesAddresses(String source) {
    assertThat(OcsfAddress.isAddress(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "build-host",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.10:443",
        "192.0.2.10\n",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4::5:6:7:8",
        "12345::",
        ":::",
        "x:y"
      })
  void takesNothingElse(String source) {
    assertThat(OcsfAddress.isAddress(source)).isFalse();
  }
}
