/** Namespace and dimension of the metrics that the dashboard and the alarms read. */
export const metricNamespace = "Smarketing";
export const metricNames = {
  /** Leads that entered a stage; dimension `stage`. */
  entered: "LeadsEntered",
  followUpBreached: "FollowUpBreached",
  mailUnconfirmed: "MailUnconfirmed",
  /** A mail to one of the team came back, or was marked as spam. */
  colleagueMailBounced: "ColleagueMailBounced",
  needsAttention: "LeadNeedsAttention",
  /** Open leads that nobody and nothing was going to look after; the audit had them looked at. */
  orphanFound: "OrphanFound",
  /** A sign-in to the board with a wrong user or password. */
  signInRefused: "SignInRefused",
  /** A request to the API that we could not deal with: its sender was told to try again. */
  requestFailed: "RequestFailed",
} as const;

/** First parts of the sort keys of the facts that the figures are counted from: each is written once and never changed. */
export const factItems = ["MOVE", "ANSWER", "OUTCOME", "CLOCK", "BREACH"] as const;
export type FactItem = (typeof factItems)[number];

/** What the counting reads of the table's stream; of the lead's own item it sees whether its card has changed. */
export const countedItems = ["PROFILE", ...factItems] as const;
