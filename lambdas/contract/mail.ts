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
