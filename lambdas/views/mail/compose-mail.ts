import type { Mail } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import { oneLine } from "../../domain/text/plain-text.ts";
import { type Block, cleaned } from "./block.ts";
import { mailHtml } from "./mail-html.ts";
import { mailText } from "./mail-text.ts";

/** What a mail says, before it is written in both its parts. */
export interface Draft extends Pick<Mail, "to" | "replyTo" | "headers" | "attachments" | "pictures" | "invitation"> {
  readonly language: Language;
  readonly company: string;
  readonly subject: string;
  /** The line above the text. */
  readonly title: string;
  /** Inboxes show the first words beside the subject: the most important block comes first. */
  readonly blocks: readonly Block[];
  /** Why the reader gets this mail, and what else must be said in small print. */
  readonly footer: readonly Block[];
}

/** Inboxes cut longer subjects. */
const mostOfSubject = 150;

/** Writes both parts from the one description; text by a lead can break neither lines nor markup. */
export const composeMail = (draft: Draft): Mail => {
  const { language, to, replyTo, attachments = [], pictures = [], invitation, headers = [] } = draft;
  const [blocks, footer] = [draft.blocks.map(cleaned), draft.footer.map(cleaned)];
  const subject = oneLine(draft.subject, mostOfSubject);
  const [title, company] = [oneLine(draft.title, mostOfSubject), oneLine(draft.company, mostOfSubject)];
  const written = { company, title, blocks, footer };
  return {
    to: { name: oneLine(to.name, 80), email: to.email },
    replyTo,
    subject,
    text: mailText(written),
    html: mailHtml({ ...written, language, subject, preview: previewOf(blocks) }),
    ...(attachments.length > 0 && { attachments }),
    ...(pictures.length > 0 && { pictures }),
    ...(invitation !== undefined && { invitation }),
    headers: headers.map(({ name, value }) => ({ name, value: oneLine(value, mostOfHeader) })),
  };
};

/** The mail service takes 870 characters of a header. */
const mostOfHeader = 870;

const previewOf = (blocks: readonly Block[]): string => {
  const first = blocks.find((block) => "text" in block);
  return first !== undefined && "text" in first ? oneLine(first.text, 140) : "";
};
