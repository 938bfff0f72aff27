import MailComposer from "nodemailer/lib/mail-composer";
import type { Mail } from "../contract/mail.ts";
import { headersOf, mailerOf, type SendMail } from "./ses-mailer.ts";

/** Sends mails with inline pictures or an invitation: SES takes those as raw MIME only. */
export const rawMailer = (sender: string, configurationSet: string): SendMail =>
  mailerOf(sender, configurationSet, async (mail) => ({ Raw: { Data: await rawMail(sender, mail) } }));

/** The whole mail in MIME: text and HTML as alternatives, the pictures beside the HTML, the files last. */
export const rawMail = (sender: string, mail: Mail): Promise<Buffer> => {
  const { to, replyTo, subject, text, html, pictures = [], attachments = [], invitation } = mail;
  const composer = new MailComposer({
    from: sender,
    to: { name: to.name, address: to.email },
    ...(replyTo !== undefined && { replyTo }),
    subject,
    text,
    html,
    headers: headersOf(mail).map(({ name, value }) => ({ key: name, value })),
    attachments: [
      ...pictures.map(({ cid, name, bytes }) => ({
        cid,
        filename: name,
        content: Buffer.from(bytes),
        contentType: "image/png",
        contentDisposition: "inline" as const,
      })),
      ...attachments.map(({ name, type, content }) => ({ filename: name, content, contentType: type })),
    ],
    ...(invitation !== undefined && {
      icalEvent: { method: invitation.method, filename: invitation.name, content: invitation.content },
    }),
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => (error === null ? resolve(message) : reject(error)));
  });
};
