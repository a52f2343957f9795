package io.driftline.simulate;

import java.util.Set;

/**
 * The catalogue of systems: everything that can be done, the right it takes and what it touches.
 *
 * <p>Agents stray into whatever only reads: another operation that only reads changes every
 * simulation.
 */
enum Operation {
  MAIL_SEARCH("mail", "search_mail", "read", ResourceKind.NONE, 4_000),
  MAIL_READ("mail", "read_mail", "read", ResourceKind.MESSAGE, 9_000),
  MAIL_DRAFT("mail", "draft_mail", "write", ResourceKind.MESSAGE, 2_500),
  MAIL_SEND("mail", "send_mail", "send", ResourceKind.COLLEAGUE, 3_500),
  MAIL_SEND_OUT("mail", "send_mail", "send", ResourceKind.OUTSIDER, 5_000),
  MAIL_DELETE("mail", "delete_mail", "delete", ResourceKind.MESSAGE, 0),
  MAIL_ATTACHMENT("mail", "download_attachment", "download", ResourceKind.MESSAGE, 150_000),
  MAIL_RULE("mail", "create_rule", "administer", ResourceKind.COLLEAGUE, 600),
  CALENDAR_LIST("calendar", "list_events", "read", ResourceKind.COLLEAGUE, 3_000),
  CALENDAR_CREATE("calendar", "create_event", "write", ResourceKind.MEETING, 1_200),
  CALENDAR_UPDATE("calendar", "update_event", "write", ResourceKind.MEETING, 1_000),
  CALENDAR_CANCEL("calendar", "cancel_event", "delete", ResourceKind.MEETING, 0),
  CALENDAR_SHARE("calendar", "share_calendar", "share", ResourceKind.COLLEAGUE, 400),
  CALENDAR_EXPORT("calendar", "export_calendar", "download", ResourceKind.COLLEAGUE, 40_000),
  CRM_SEARCH("crm", "search_accounts", "read", ResourceKind.NONE, 6_000),
  CRM_READ("crm", "read_account", "read", ResourceKind.ACCOUNT, 5_000),
  CRM_UPDATE("crm", "update_opportunity", "write", ResourceKind.DEAL, 900),
  CRM_EXPORT("crm", "export_accounts", "download", ResourceKind.FILE, 250_000),
  CRM_DELETE("crm", "delete_account", "delete", ResourceKind.ACCOUNT, 0),
  ERP_LIST("erp", "list_invoices", "read", ResourceKind.NONE, 8_000),
  ERP_READ("erp", "read_invoice", "read", ResourceKind.INVOICE, 6_000),
  ERP_POST("erp", "post_journal", "post", ResourceKind.INVOICE, 1_500),
  ERP_VENDOR_READ("erp", "read_vendor", "read", ResourceKind.VENDOR, 2_000),
  ERP_VENDOR_UPDATE("erp", "update_vendor", "write", ResourceKind.VENDOR, 1_100),
  PAYMENTS_LIST("payments", "list_payments", "read", ResourceKind.NONE, 5_000),
  PAYMENTS_TRANSFER("payments", "create_transfer", "transfer", ResourceKind.BENEFICIARY, 800),
  PAYMENTS_RECIPIENT("payments", "add_recipient", "write", ResourceKind.BENEFICIARY, 700),
  HR_READ("hr", "read_employee", "read", ResourceKind.EMPLOYEE, 4_000),
  HR_UPDATE("hr", "update_employee", "write", ResourceKind.EMPLOYEE, 1_200),
  HR_PAYSLIP("hr", "download_payslip", "download", ResourceKind.PAYSLIP, 60_000),
  HR_CANDIDATE("hr", "read_candidate", "read", ResourceKind.CANDIDATE, 20_000),
  CODE_SEARCH("code", "search_code", "read", ResourceKind.REPOSITORY, 7_000),
  CODE_READ("code", "read_file", "read", ResourceKind.SOURCE_FILE, 11_000),
  CODE_PROPOSE("code", "open_pull_request", "write", ResourceKind.PULL_REQUEST, 9_000),
  CODE_REVIEW("code", "comment_pull_request", "post", ResourceKind.PULL_REQUEST, 1_500),
  CODE_CLONE("code", "clone_repository", "download", ResourceKind.REPOSITORY, 30_000_000),
  CODE_DELETE("code", "delete_branch", "delete", ResourceKind.PULL_REQUEST, 0),
  CODE_PROTECTION("code", "change_protection", "administer", ResourceKind.REPOSITORY, 800),
  CI_READ("ci", "read_build", "read", ResourceKind.BUILD, 14_000),
  CI_RUN("ci", "trigger_build", "execute", ResourceKind.BUILD, 600),
  CI_ARTIFACT("ci", "download_artifact", "download", ResourceKind.BUILD, 3_000_000),
  CI_PIPELINE("ci", "edit_pipeline", "write", ResourceKind.REPOSITORY, 2_000),
  WIKI_SEARCH("wiki", "search_pages", "read", ResourceKind.NONE, 3_000),
  WIKI_READ("wiki", "read_page", "read", ResourceKind.PAGE, 12_000),
  WIKI_EDIT("wiki", "edit_page", "write", ResourceKind.PAGE, 6_000),
  WAREHOUSE_TABLES("warehouse", "list_tables", "read", ResourceKind.NONE, 4_000),
  WAREHOUSE_QUERY("warehouse", "run_query", "read", ResourceKind.TABLE, 90_000),
  WAREHOUSE_EXPORT("warehouse", "export_table", "download", ResourceKind.TABLE, 2_000_000),
  STORE_LIST("object_store", "list_objects", "read", ResourceKind.NONE, 5_000),
  STORE_GET("object_store", "get_object", "download", ResourceKind.FILE, 180_000),
  STORE_PUT("object_store", "put_object", "write", ResourceKind.FILE, 200_000),
  STORE_DELETE("object_store", "delete_object", "delete", ResourceKind.FILE, 0),
  STORE_SHARE("object_store", "share_object", "share", ResourceKind.FILE, 500),
  TICKET_LIST("ticketing", "list_tickets", "read", ResourceKind.NONE, 7_000),
  TICKET_READ("ticketing", "read_ticket", "read", ResourceKind.TICKET, 5_000),
  TICKET_UPDATE("ticketing", "update_ticket", "write", ResourceKind.TICKET, 1_300),
  TICKET_CREATE("ticketing", "create_ticket", "write", ResourceKind.TICKET, 1_800),
  CHAT_READ("chat", "read_channel", "read", ResourceKind.CHANNEL, 8_000),
  CHAT_POST("chat", "post_message", "post", ResourceKind.CHANNEL, 900),
  CHAT_CREATE("chat", "create_channel", "write", ResourceKind.CHANNEL, 500),
  CHAT_DELETE("chat", "delete_message", "delete", ResourceKind.CHANNEL, 0),
  CHAT_EXPORT("chat", "export_channel", "download", ResourceKind.CHANNEL, 80_000),
  VAULT_LIST("vault", "list_secrets", "read", ResourceKind.NONE, 1_500),
  VAULT_READ("vault", "read_secret", "read", ResourceKind.SECRET, 300),
  VAULT_WRITE("vault", "write_secret", "write", ResourceKind.SECRET, 300),
  CLOUD_LIST("cloud", "list_instances", "read", ResourceKind.NONE, 16_000),
  CLOUD_DESCRIBE("cloud", "describe_instance", "read", ResourceKind.HOST, 4_000),
  CLOUD_RESTART("cloud", "restart_service", "execute", ResourceKind.HOST, 400),
  CLOUD_RESIZE("cloud", "resize_instance", "write", ResourceKind.HOST, 500),
  CLOUD_TERMINATE("cloud", "terminate_instance", "delete", ResourceKind.HOST, 0),
  CLOUD_GRANT("cloud", "grant_role", "administer", ResourceKind.ROLE, 500),
  CLOUD_KEY("cloud", "create_access_key", "administer", ResourceKind.ROLE, 500),
  IDENTITY_LOOKUP("identity", "lookup_user", "read", ResourceKind.COLLEAGUE, 1_500),
  IDENTITY_RESET("identity", "reset_password", "write", ResourceKind.COLLEAGUE, 500),
  IDENTITY_GROUP("identity", "add_group_member", "administer", ResourceKind.ROLE, 500),
  WEB_SEARCH("web", "search_web", "read", ResourceKind.NONE, 15_000),
  WEB_FETCH("web", "fetch_page", "read", ResourceKind.URL, 60_000),
  WEB_SUBMIT("web", "submit_form", "post", ResourceKind.URL, 2_000),
  WEB_DOWNLOAD("web", "download_file", "download", ResourceKind.URL, 500_000),
  METRICS_QUERY("monitoring", "query_metrics", "read", ResourceKind.METRIC, 12_000),
  METRICS_EXPORT("monitoring", "export_metrics", "download", ResourceKind.METRIC, 700_000),
  ALERT_READ("monitoring", "read_alert", "read", ResourceKind.ALERT, 2_500),
  ALERT_ACKNOWLEDGE("monitoring", "acknowledge_alert", "write", ResourceKind.ALERT, 400);

  /** What neither destroys, pays, nor changes rights. */
  private static final Set<String> EVERYDAY = Set.of("read", "write", "post", "send", "download");

  private final String system;
  private final String action;
  private final String permission;
  private final ResourceKind resource;
  private final long medianBytes;

  Operation(String system, String action, String verb, ResourceKind resource, long medianBytes) {
    this.system = system;
    this.action = action;
    this.permission = system + ":" + verb;
    this.resource = resource;
    this.medianBytes = medianBytes;
  }

  String system() {
    return system;
  }

  String action() {
    return action;
  }

  String permission() {
    return permission;
  }

  ResourceKind resource() {
    return resource;
  }

  /** The usual amount of data moved; 0 when the system reports none. */
  long medianBytes() {
    return medianBytes;
  }

  /** Whether an agent that begins to use the system would do this, day after day. */
  boolean everyday() {
    return EVERYDAY.contains(permission.substring(system.length() + 1));
  }

  /** Whether the call changes what others may do. */
  boolean administers() {
    return permission.endsWith(":administer");
  }

  /** Whether the call only reads, so that an agent may stray into it without harm. */
  boolean readsOnly() {
    return permission.endsWith(":read");
  }
}
