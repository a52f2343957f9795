package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.0/24",
    "10.1.2.3:44321, 10.1.2.0/24",
    "::ffff:10.1.2.3, 10.1.2.0/24",
    "::FFFF:10.1.2.3, 10.1.2.0/24",
    "255.255.255.255, 255.255.255.0/24",
  })
  void anIpv4AddressGivesItsSlash24(String ip, String network) {
    assertThat(Network.of(ip)).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
    "2001:DB8:0001:2::6, 2001:db8:1::/48",
    "2001:db8::1, 2001:db8:0::/48",
    "::1, 0:0:0::/48",
    "::, 0:0:0::/48",
    "fe80::1%eth0, fe80:0:0::/48",
    "[2001:db8:1::9]:443, 2001:db8:1::/48",
    "1:2:3:4:5:6:7::, 1:2:3::/48",
  })
  void anIpv6AddressGivesItsSlash48(String ip, String network) {
    assertThat(Network.of(ip)).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "AWS Internal",
    "ec2.amazonaws.com.example",
    "10.1.2",
    "10.1.2.256",
    "10.1.2.3.4",
    "10..2.3",
    "1:2:3",
    "1::2::3",
    "1:2:3:4:5:6:7:8:9",
    "2001:xyz::1",
    "2001:12345::1",
    "[",
    "[]",
    "a.b:1",
  })
  void whatIsNoAddressStandsForItself(String text) {
    assertThat(Network.of(text)).isEqualTo(text);
  }

  @Test
  void nothingHasNoNetwork() {
    assertThat(Network.of(null)).isNull();
  }

  @Property(seed = "1")
  void anyTextHasAShortNetwork(@ForAll String ip) {
    assertThat(Network.of(ip)).isNotNull().hasSizeLessThanOrEqualTo(64);
  }
}
