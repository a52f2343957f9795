package io.driftline.feature;

import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityTest {

  private final Sensitivity sensitivity = new Sensitivity(SensitivityTable.shipped());

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
    assertThat(sensitivity.of(sample().permission(permission).build())).isEqualTo(level);
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
    assertThat(sensitivity.of(sample().permission(null).action(action).build())).isEqualTo(level);
  }

  @Test
  void thePermissionSpeaksBeforeTheAction() {
    assertThat(sensitivity.of(sample().permission("mail:read").action("delete_mail").build()))
        .isZero();
  }

  @Test
  void rememberedNamesAreBounded() {
    for (int i = 0; i < 10_000; i++) {
      String made = "crm:delete_" + i;
      assertThat(sensitivity.of(sample().permission(made).build())).isEqualTo(1);
    }
    assertThat(sensitivity.remembered()).isBetween(1, 4_096);
  }
}
