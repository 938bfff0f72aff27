/** Namespace of the metrics that the dashboard and the alarms read. */
export const metricNamespace = "Smarketing";

/** The environment, without which the alarms of one would ring for the leads of another; and the stage of `entered`. */
export const metricDimensions = (environment: string, stage?: string): Record<string, string> => ({
  environment,
  ...(stage !== undefined && { stage }),
});

export const metricNames = {
  /** Leads that entered a stage; dimension `stage`. */
  entered: "LeadsEntered",
  /** Leads that were not there before; one that returns to marketing enters `captured`, too. */
  newLeads: "NewLeads",
  followUpBreached: "FollowUpBreached",
  /** A mail of which nobody knows whether it went, and that is not sent again. */
  mailUnconfirmed: "MailUnconfirmed",
  /** A mail that was claimed and never given to the mail service, and is no longer due. */
  mailNotSent: "MailNotSent",
  /** The mail service refused a mail: permissions, paused sending, an unverified sender. */
  mailRefusedOurAccount: "MailRefusedOurAccount",
  /** ... because of its recipient's address. */
  mailRefusedRecipient: "MailRefusedRecipient",
  /** ... because of what is in it. */
  mailRefusedContent: "MailRefusedContent",
  /** A mail to a person who has not confirmed that the address is theirs. */
  mailToStranger: "MailToStranger",
  /** A form was kept aside, by signs of a machine or beyond a limit. */
  formKeptAside: "FormKeptAside",
  /** A form tool's request that could not be read, or not all of it. */
  arrivalUnread: "ArrivalUnread",
  /** A request for a source that its tool has not sent, by its signature. */
  sourceRefused: "SourceRefused",
  /** A secret of a source that ends within days, or has ended: counted each hour. */
  sourceSecretEnds: "SourceSecretEnds",
  importStalled: "ImportStalled",
  /** A recipient's mail server refused us, not the address. */
  senderRefused: "SenderRefused",
  /** A mail to one of the team came back, or was marked as spam. */
  colleagueMailBounced: "ColleagueMailBounced",
  needsAttention: "LeadNeedsAttention",
  /** Open leads that neither a person nor a timer was going to look after; the audit woke them. */
  orphanFound: "OrphanFound",
  /** A sign-in to the board with a wrong user or password. */
  signInRefused: "SignInRefused",
  /** A request that failed with an internal error; the response asked its sender to retry. */
  requestFailed: "RequestFailed",
} as const;

/**
 * First parts of the sort keys of the facts that the figures are counted from: each is written once and never changed.
 */
export const factItems = ["MOVE", "ANSWER", "OUTCOME", "CLOCK", "BREACH"] as const;
export type FactItem = (typeof factItems)[number];

/** What the counting reads of the table's stream; of the lead's own item it sees whether its card has changed. */
export const countedItems = ["PROFILE", ...factItems] as const;
