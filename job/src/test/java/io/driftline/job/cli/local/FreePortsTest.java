package io.driftline.job.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void choosesADifferentPortForEachZero() throws Exception {
    assertThat(FreePorts.resolve(0, 0, 0)).doesNotHaveDuplicates().doesNotContain(0);
  }

  @Test
  void refusesAPortThatIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(BindException.class)
          .isThrownBy(() -> FreePorts.resolve(taken.getLocalPort()));
    }
  }
}
