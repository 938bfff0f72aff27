/** A mail that is ready to go; the sender is the same for all and known to the mailer. */
export interface Mail {
  readonly to: { readonly name: string; readonly email: string };
  readonly replyTo?: string | undefined;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
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
