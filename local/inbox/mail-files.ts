import type { MailFile } from "./kept-mail.ts";
import type { SentMail } from "./sent-mails.ts";

/** A mail without the bytes that go with it; `address` of a file is relative to `messages.json`. */
export const listed = ({ files, ...mail }: SentMail) => ({
  ...mail,
  files: files.map(({ bytes, ...file }, index) => ({
    ...file,
    size: bytes.byteLength,
    address: `messages/${encodeURIComponent(mail.id)}/files/${index}`,
  })),
});

/** Of a type that names a media type and nothing else, so that it can stand in a header. */
export const fileOf = ({ files }: SentMail, index: number): MailFile | undefined => {
  const file = files[index];
  return file && { ...file, type: /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : "application/octet-stream" };
};

const shown = /^image\/(png|jpeg|gif|webp)$/;

/** The mail's HTML with the pictures that travelled with it in their places. */
export const withPictures = ({ html, files }: SentMail): string =>
  html.replace(/(?<=["'])cid:([^"']+)(?=["'])/g, (written, cid: string) => {
    const picture = files.find((file) => file.cid === cid && shown.test(file.type));
    return picture === undefined ? written : `data:${picture.type};base64,${picture.bytes.toString("base64")}`;
  });
