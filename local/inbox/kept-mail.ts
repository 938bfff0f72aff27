import { simpleParser } from "mailparser";
import * as z from "zod/mini";
import { type CalendarNote, calendarNoteOf } from "./calendar-note.ts";

/** What goes with a mail: an attachment, or a picture in its HTML. */
export interface MailFile {
  readonly name: string;
  /** Media type without parameters. */
  readonly type: string;
  readonly bytes: Buffer;
  /** Of a picture: where the HTML says `cid:` and this, it is shown. */
  readonly cid?: string | undefined;
}

/** What the emulator does not keep of a mail. */
export interface KeptMail {
  /** Of a mail that was sent as it goes over the wire. */
  readonly content?: { readonly subject: string; readonly text: string; readonly html: string } | undefined;
  readonly files: readonly MailFile[];
  readonly invitation?: CalendarNote | undefined;
  /** Those for mail programs, as lines: `List-Unsubscribe: <https://...>`. */
  readonly headers: readonly string[];
}

const RawSchema = z.object({ Raw: z.object({ Data: z.string() }) });
const SimpleSchema = z.object({
  Simple: z.object({
    Headers: z.optional(z.array(z.object({ Name: z.string(), Value: z.string() }))),
    Attachments: z.optional(
      z.array(z.object({ FileName: z.string(), ContentType: z.optional(z.string()), RawContent: z.string() })),
    ),
  }),
});
const RequestSchema = z.object({ Content: z.union([RawSchema, SimpleSchema]) });

/** What is to be kept of a call of `SendEmail`, by its body; `undefined` of any other call. */
export const keptOf = async (body: unknown): Promise<KeptMail | undefined> => {
  const content = RequestSchema.safeParse(body).data?.Content;
  if (content === undefined) return undefined;
  return "Raw" in content ? ofRaw(Buffer.from(content.Raw.Data, "base64")) : ofSimple(content.Simple);
};

const ofRaw = async (message: Buffer): Promise<KeptMail> => {
  const { subject = "", text = "", html, attachments, headerLines } = await simpleParser(message, asWritten);
  const calendar = attachments.find(({ contentType }) => contentType === "text/calendar");
  return {
    content: { subject, text, html: html || "" },
    // One without a name is an alternative of the text, for mail programs.
    files: attachments.flatMap(({ filename, contentType, content, related, cid }) =>
      filename === undefined
        ? []
        : [{ name: filename, type: contentType, bytes: content, cid: related ? cid : undefined }],
    ),
    invitation: calendar && calendarNoteOf(calendar.content.toString()),
    headers: headerLines.filter(({ key }) => key.startsWith("list-")).map(({ line }) => unfolded(line)),
  };
};

const asWritten = { keepCidLinks: true, skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true };

const unfolded = (line: string): string => line.replace(/\r?\n\s+/g, " ");

const ofSimple = ({ Headers = [], Attachments = [] }: z.infer<typeof SimpleSchema>["Simple"]): KeptMail => ({
  files: Attachments.map(({ FileName: name, ContentType = "", RawContent }) => ({
    name,
    type: ContentType.replace(/;.*$/s, ""),
    bytes: Buffer.from(RawContent, "base64"),
  })),
  headers: Headers.map(({ Name, Value }) => `${Name}: ${Value}`),
});
