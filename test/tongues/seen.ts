/** What a reader sees of a page or a mail, piece by piece. */
import type { Mail } from "../../lambdas/contract/mail.ts";
import { attributesOf, visibleOf } from "../views/mail/markup.ts";

const readAloud = ["title", "alt", "aria-label", "placeholder", "label", "download"];

export const seenOfHtml = (whole: string): string[] => {
  const html = whole.replace(/<(style|script)\b.*?<\/\1>/gs, "");
  const [, title = ""] = /<title>(.*?)<\/title>/s.exec(html) ?? [];
  return [title, ...visibleOf(html), ...readAloud.flatMap((name) => attributesOf(html, name))];
};

export const seenOfMail = ({ subject, html, text, attachments = [] }: Mail): string[] => [
  subject,
  ...seenOfHtml(html),
  ...text.split("\n"),
  ...attachments.map(({ name }) => name),
];
