/** Namespace and dimension of the metrics that the dashboard and the alarms read. */
export const metricNamespace = "Smarketing";
export const metricNames = {
  /** Leads that entered a stage; dimension `stage`. */
  entered: "LeadsEntered",
  followUpBreached: "FollowUpBreached",
  mailUnconfirmed: "MailUnconfirmed",
  needsAttention: "LeadNeedsAttention",
} as const;
