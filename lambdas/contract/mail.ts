/**
 * Every kind of mail. `work`: somebody must act on it, so it is sent again when nobody knows whether it went; `content`
 * is not, since a second copy annoys more than a missing one. `to`: whether it goes to the lead itself.
 */
export const mailKinds = {
  "hand-off": { is: "work", to: "colleague" },
  "taken-over": { is: "work", to: "colleague" },
  reminder: { is: "work", to: "colleague" },
  breach: { is: "work", to: "colleague" },
  escalation: { is: "work", to: "colleague" },
  "ask-outcome": { is: "work", to: "colleague" },
  "stage-limit": { is: "work", to: "colleague" },
  /** A mail about a lead that its reader cannot get. */
  undelivered: { is: "work", to: "colleague" },
  /** The lead in its reader's hands cannot be reached by mail. */
  "lead-unreached": { is: "content", to: "colleague" },
  /** A lead in its reader's hands, or a customer, sent another form. */
  "wrote-again": { is: "work", to: "colleague" },
  /** The lead confirmed that it asks for something that must not wait: its reader's deadline is sooner. */
  "shorter-clock": { is: "work", to: "colleague" },
  /** Nobody in sales answered a lead, who is back with marketing: its readers have to decide. */
  "nobody-answered": { is: "work", to: "colleague" },
  "confirm-consent": { is: "work", to: "lead" },
  /** What will happen to a form of its reader's, where nothing is to be confirmed. */
  acknowledgement: { is: "content", to: "lead" },
  nurture: { is: "content", to: "lead" },
  /** The link to all that is kept of its reader. */
  "person-export": { is: "work", to: "lead" },
  rejected: { is: "content", to: "colleague" },
  won: { is: "content", to: "colleague" },
  "sales-is-full": { is: "content", to: "colleague" },
  "forms-kept-aside": { is: "work", to: "colleague" },
  /** Something happened to a proposal for the agreement: signing is its readers' work. */
  proposal: { is: "work", to: "colleague" },
  "meeting-pack": { is: "content", to: "colleague" },
  // A calendar takes the same invitation twice without a second entry.
  "meeting-invitation": { is: "work", to: "colleague" },
} as const satisfies Record<string, { readonly is: "work" | "content"; readonly to: "colleague" | "lead" }>;
export type MailPurpose = keyof typeof mailKinds;

export const isMailPurpose = (text: string): text is MailPurpose => Object.hasOwn(mailKinds, text);

/**
 * Why the mail service refused a mail. `for-now`: its rate or quota, or it was out of reach; `our-account`: permissions,
 * paused sending, an unverified sender: nothing is wrong with the mail, and it stays to be sent; `recipient` and
 * `content`: this mail will never be taken.
 */
export const refusals = ["for-now", "our-account", "recipient", "content"] as const;
export type Refusal = (typeof refusals)[number];

/** A mail that is ready to go; the sender is the same for all and known to the mailer. */
export interface Mail {
  readonly to: { readonly name: string; readonly email: string };
  readonly replyTo?: string | undefined;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
  /** Shown where the HTML names them by `cid:`. */
  readonly pictures?: readonly Picture[];
  /** Mail programs ask whether the reader comes. */
  readonly invitation?: { readonly method: "REQUEST" | "CANCEL"; readonly name: string; readonly content: string };
  /** Comes back with whatever the mail service says of this mail later: ids only. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

/** A text file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  /** Media type with its parameters, such as `text/calendar; charset=utf-8`; 78 characters at most. */
  readonly type: string;
  readonly content: string;
}

/** A PNG that travels in the mail. */
export interface Picture {
  readonly cid: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}
