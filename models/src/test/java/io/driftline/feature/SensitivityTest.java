package io.driftline.feature;

import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityTest {

  @ParameterizedTest
  @CsvSource({
    "read, 0", "list, 0", "download, 0.25", "invoke, 0.25", "write, 0.5", "send, 0.75",
    "share, 0.75", "transfer, 1", "delete, 1", "execute, 1", "administer, 1", "DELETE, 1",
    "frobnicate, 0.5", "'', 0.5",
  })
  void everyVerbHasALevel(String verb, double level) {
    assertThat(Sensitivity.ofVerb(verb)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "mail:send, 0.75",
    "s3:GetObject, 0",
    "s3:DeleteBucket, 1",
    "s3:*, 1",
    "*, 1",
    "calendar.events.delete, 1",
    "files.list, 0",
    "gmail.users.messages.send, 0.75",
    "Mail.Read, 0",
    "Mail.ReadWrite, 0.5",
    "Files.ReadWrite.All, 0.5",
    "User.Read.All, 0",
    "mail:read_write, 0.5",
    "read:org, 0",
    "write:packages, 0.5",
    "admin:org, 1",
    "repo:delete_branch, 1",
    "roles/storage.objectViewer, 0",
    "roles/owner, 1",
    "drive.readonly, 0",
    "DELETE, 1",
    "orders:frobnicate, 0.5",
    "'', 0.5",
    ":, 0.5",
    "s3:, 0.5",
    "42, 0.5",
  })
  void permissionsAreReadInTheStylesTheyAreWrittenIn(String permission, double level) {
    assertThat(Sensitivity.of(sample().permission(permission).build())).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "send_email, 0.75",
    "get_message, 0",
    "DeleteBucket, 1",
    "deleteBucket, 1",
    "delete-bucket, 1",
    "s3:GetObject, 0",
    "calendar.events.delete, 1",
    "BatchDeleteImage, 1",
    "bulk_delete_users, 1",
    "user_transfer, 1",
    "ponder, 0.5",
  })
  void withoutAPermissionTheActionSpeaks(String action, double level) {
    assertThat(Sensitivity.of(sample().permission(null).action(action).build())).isEqualTo(level);
  }

  @Test
  void thePermissionSpeaksBeforeTheAction() {
    assertThat(Sensitivity.of(sample().permission("mail:read").action("delete_mail").build()))
        .isZero();
  }

  @Property(seed = "1")
  void anyNameHasALevel(@ForAll String name) {
    assertThat(Sensitivity.ofName(name)).isBetween(0.0, 1.0);
  }
}
