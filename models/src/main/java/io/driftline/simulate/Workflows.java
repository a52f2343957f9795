package io.driftline.simulate;

import static io.driftline.simulate.Operation.*;
import static io.driftline.simulate.Step.always;
import static io.driftline.simulate.Step.maybe;
import static io.driftline.simulate.Step.upTo;

import java.util.List;

/** The tasks of each purpose. Rare ones are rare on purpose: they are what false alarms live on. */
final class Workflows {
  private static final List<Workflow> SALES =
      List.of(
          Workflow.of(
              5,
              always(CRM_SEARCH),
              upTo(4, CRM_READ),
              maybe(MAIL_SEARCH, 0.6),
              upTo(3, MAIL_READ),
              always(MAIL_DRAFT),
              maybe(MAIL_SEND_OUT, 0.8),
              maybe(CRM_UPDATE, 0.6)),
          Workflow.of(
              3,
              always(MAIL_SEARCH),
              upTo(6, MAIL_READ),
              maybe(CRM_READ, 0.5),
              maybe(CHAT_POST, 0.4),
              maybe(MAIL_SEND, 0.5)),
          Workflow.of(
              2,
              upTo(3, WEB_SEARCH),
              upTo(6, WEB_FETCH),
              maybe(WIKI_READ, 0.4),
              upTo(2, CRM_UPDATE)),
          Workflow.of(
              1,
              always(STORE_LIST),
              upTo(3, STORE_GET),
              maybe(STORE_PUT, 0.5),
              upTo(3, MAIL_SEND_OUT),
              maybe(STORE_SHARE, 0.1)),
          Workflow.of(0.15, always(CRM_SEARCH), always(CRM_EXPORT), maybe(WAREHOUSE_QUERY, 0.3)),
          Workflow.of(0.1, always(CRM_SEARCH), upTo(4, CRM_READ), upTo(4, CRM_DELETE)));

  private static final List<Workflow> FINANCE =
      List.of(
          Workflow.of(
              5,
              always(ERP_LIST),
              upTo(8, ERP_READ),
              maybe(ERP_VENDOR_READ, 0.7),
              upTo(5, ERP_POST),
              maybe(MAIL_SEND, 0.3)),
          Workflow.of(
              2.5,
              always(PAYMENTS_LIST),
              upTo(4, ERP_READ),
              always(ERP_VENDOR_READ),
              upTo(5, PAYMENTS_TRANSFER),
              maybe(CHAT_POST, 0.4)),
          Workflow.of(
              2,
              always(MAIL_SEARCH),
              upTo(4, MAIL_READ),
              upTo(3, ERP_READ),
              maybe(MAIL_SEND_OUT, 0.5)),
          Workflow.of(
              1.5,
              upTo(5, WAREHOUSE_QUERY),
              maybe(STORE_GET, 0.6),
              always(STORE_PUT),
              maybe(MAIL_SEND, 0.7)),
          Workflow.of(
              0.3,
              always(MAIL_READ),
              always(ERP_VENDOR_READ),
              always(ERP_VENDOR_UPDATE),
              maybe(PAYMENTS_RECIPIENT, 0.7),
              maybe(PAYMENTS_TRANSFER, 0.4)),
          Workflow.of(0.15, always(STORE_LIST), upTo(6, STORE_DELETE)));

  private static final List<Workflow> DEVOPS =
      List.of(
          Workflow.of(
              5,
              always(CODE_SEARCH),
              upTo(9, CODE_READ),
              maybe(CODE_PROPOSE, 0.5),
              maybe(CI_RUN, 0.4),
              upTo(3, CI_READ)),
          Workflow.of(
              3,
              always(ALERT_READ),
              upTo(6, METRICS_QUERY),
              maybe(CLOUD_LIST, 0.4),
              upTo(4, CLOUD_DESCRIBE),
              maybe(CLOUD_RESTART, 0.3),
              maybe(ALERT_ACKNOWLEDGE, 0.7),
              maybe(CHAT_POST, 0.6)),
          Workflow.of(2, upTo(4, CODE_READ), upTo(4, CODE_REVIEW), maybe(WIKI_READ, 0.3)),
          Workflow.of(
              1, maybe(VAULT_LIST, 0.3), always(VAULT_READ), always(CI_RUN), upTo(4, CI_READ)),
          Workflow.of(0.6, upTo(3, WEB_SEARCH), upTo(4, WEB_FETCH), maybe(WIKI_EDIT, 0.4)),
          Workflow.of(0.2, always(CODE_CLONE), upTo(5, CODE_READ), upTo(5, CODE_DELETE)),
          Workflow.of(0.06, always(CLOUD_LIST), always(CLOUD_GRANT), maybe(CHAT_POST, 0.8)));

  private static final List<Workflow> HELPDESK =
      List.of(
          Workflow.of(
              5,
              maybe(TICKET_LIST, 0.6),
              upTo(3, TICKET_READ),
              maybe(IDENTITY_LOOKUP, 0.7),
              upTo(3, WIKI_READ),
              always(TICKET_UPDATE),
              maybe(CHAT_POST, 0.3)),
          Workflow.of(
              2.5,
              always(TICKET_READ),
              always(IDENTITY_LOOKUP),
              always(IDENTITY_RESET),
              always(TICKET_UPDATE),
              maybe(MAIL_SEND, 0.6)),
          Workflow.of(1.2, upTo(4, CHAT_READ), maybe(WIKI_SEARCH, 0.7), upTo(2, TICKET_CREATE)),
          Workflow.of(
              0.5,
              always(TICKET_READ),
              always(IDENTITY_LOOKUP),
              always(IDENTITY_GROUP),
              always(TICKET_UPDATE)),
          Workflow.of(0.3, always(TICKET_READ), upTo(3, CLOUD_DESCRIBE), maybe(CLOUD_RESTART, 0.5)),
          Workflow.of(0.2, always(WIKI_READ), always(WIKI_EDIT)));

  private static final List<Workflow> HR =
      List.of(
          Workflow.of(4, upTo(3, HR_READ), maybe(HR_UPDATE, 0.4), maybe(MAIL_SEND, 0.5)),
          Workflow.of(
              3,
              upTo(6, HR_CANDIDATE),
              maybe(CALENDAR_LIST, 0.7),
              maybe(CALENDAR_CREATE, 0.6),
              maybe(MAIL_SEND_OUT, 0.7)),
          Workflow.of(2, maybe(WIKI_SEARCH, 0.5), upTo(3, WIKI_READ), maybe(CHAT_POST, 0.7)),
          Workflow.of(1, always(HR_READ), upTo(2, HR_PAYSLIP), maybe(MAIL_SEND, 0.8)),
          Workflow.of(0.7, upTo(3, STORE_GET), always(STORE_PUT), maybe(STORE_SHARE, 0.2)),
          Workflow.of(0.15, upTo(3, MAIL_READ), upTo(8, MAIL_DELETE)));

  private static final List<Workflow> ANALYSIS =
      List.of(
          Workflow.of(
              5, maybe(WAREHOUSE_TABLES, 0.5), upTo(12, WAREHOUSE_QUERY), maybe(STORE_PUT, 0.3)),
          Workflow.of(2.5, upTo(6, WAREHOUSE_QUERY), maybe(WIKI_EDIT, 0.5), maybe(CHAT_POST, 0.5)),
          Workflow.of(
              1.5,
              always(STORE_LIST),
              upTo(6, STORE_GET),
              upTo(4, WAREHOUSE_QUERY),
              maybe(MAIL_SEND, 0.6)),
          Workflow.of(0.8, upTo(2, WEB_SEARCH), upTo(6, WEB_FETCH), maybe(STORE_PUT, 0.4)),
          Workflow.of(
              0.3, always(WAREHOUSE_QUERY), always(WAREHOUSE_EXPORT), maybe(STORE_SHARE, 0.4)),
          Workflow.of(0.15, always(STORE_LIST), upTo(9, STORE_DELETE)));

  private static final List<Workflow> SCHEDULES =
      List.of(
          Workflow.of(
              5, upTo(6, CALENDAR_LIST), maybe(CALENDAR_CREATE, 0.8), maybe(MAIL_SEND, 0.6)),
          Workflow.of(
              3,
              always(MAIL_SEARCH),
              upTo(4, MAIL_READ),
              upTo(3, CALENDAR_LIST),
              maybe(CALENDAR_UPDATE, 0.6),
              maybe(MAIL_SEND_OUT, 0.4)),
          Workflow.of(1, always(CHAT_READ), upTo(3, CALENDAR_LIST), maybe(CHAT_POST, 0.8)),
          Workflow.of(0.6, always(CALENDAR_LIST), upTo(4, CALENDAR_CANCEL), upTo(3, MAIL_SEND)),
          Workflow.of(0.3, upTo(2, WEB_SEARCH), upTo(4, WEB_FETCH), always(CALENDAR_CREATE)));

  private Workflows() {}

  static List<Workflow> of(Purpose purpose) {
    return switch (purpose) {
      case SALES_ASSISTANT -> SALES;
      case FINANCE_OPS -> FINANCE;
      case DEVOPS_COPILOT -> DEVOPS;
      case IT_HELPDESK -> HELPDESK;
      case HR_ASSISTANT -> HR;
      case ANALYST -> ANALYSIS;
      case SCHEDULING -> SCHEDULES;
    };
  }

  /** The batch that a scheduled agent runs at night: long, monotonous and always much the same. */
  static Workflow nightly(Purpose purpose) {
    return switch (purpose) {
      case FINANCE_OPS ->
          Workflow.of(
              1, always(ERP_LIST), upTo(60, ERP_READ), upTo(20, ERP_POST), always(STORE_PUT));
      case DEVOPS_COPILOT ->
          Workflow.of(1, upTo(40, METRICS_QUERY), upTo(12, CI_RUN), upTo(20, CI_READ));
      default ->
          Workflow.of(1, always(WAREHOUSE_TABLES), upTo(60, WAREHOUSE_QUERY), upTo(6, STORE_PUT));
    };
  }
}
