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
} as const;
