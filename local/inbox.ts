import type { IncomingMessage, ServerResponse } from "node:http";
import { html as markup } from "../lambdas/views/page/index.ts";
import { preferredLanguage } from "../lambdas/views/page/preferred-language.ts";
import { inboxPage, inboxScript, inboxStyle } from "./inbox/inbox-page.ts";
import { fileOf, listed, withPictures } from "./inbox/mail-files.ts";
import { CloudSilentError, type Kept, type SentMail, sentMails } from "./inbox/sent-mails.ts";

export interface InboxOptions {
  /** Where the local cloud answers, without a slash at the end. */
  readonly awsEndpoint: string;
  readonly kept: Kept;
  /** Instant before which mails are not listed: those of the start. @default all are */
  readonly since?: string;
}

export type InboxHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  pathBelowInbox: string,
) => Promise<void>;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/**
 * Every mail that the local cloud has sent: a page to read them (`/`), `messages.json` for scripts (oldest first),
 * `messages/<id>.html`, one mail alone, and `messages/<id>/files/<n>`, what goes with it. Never throws: what cannot
 * be read is said in the response.
 */
export const inboxHandler =
  (options: InboxOptions): InboxHandler =>
  async (request, response, pathBelowInbox) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const { status, headers, body } = isRead ? await answerTo(request, pathBelowInbox, options) : notAllowed;
    response.writeHead(status, { ...always, ...headers });
    response.end(request.method === "HEAD" ? undefined : body);
  };

const always = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};

const answerTo = async (request: IncomingMessage, pathBelowInbox: string, cloud: InboxOptions): Promise<Answer> => {
  const [path = ""] = pathBelowInbox.split("?");
  if (path === "") return toFolder(request);
  if (path === "/") return page(preferredLanguage(request.headers["accept-language"], "en"));
  if (path === "/inbox.css") return file("text/css", inboxStyle);
  if (path === "/inbox.js") return file("text/javascript", inboxScript);
  if (path === "/messages.json") return fromCloud(cloud, problem, (mails) => json(200, mails.map(listed)));
  const { id, file: index } = namedIn(path);
  if (id === undefined) return notFound;
  return fromCloud(cloud, plain, (mails) => {
    const mail = mails.find((each) => each.id === id);
    if (mail === undefined) return notFound;
    return index === undefined ? oneMail(mail) : oneFile(mail, Number(index));
  });
};

/** The page's own addresses are relative: it has to be shown as a folder. */
const toFolder = ({ url = "" }: IncomingMessage): Answer => {
  const folder = /([^/?]*)(?:\?.*)?$/.exec(url)?.[1] ?? "";
  return { status: 307, headers: { location: `./${folder === "" ? "" : `${folder}/`}` }, body: "" };
};

const page = (language: "es" | "en"): Answer => ({
  status: 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-language": language,
    "content-security-policy":
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
  },
  body: inboxPage(language),
});

const file = (type: string, body: string): Answer => ({
  status: 200,
  headers: { "content-type": `${type}; charset=utf-8` },
  body,
});

const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

const plain = (status: number, text: string): Answer => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: `${text}\n`,
});

const problem = (status: number, detail: string): Answer => ({
  status,
  headers: { "content-type": "application/problem+json" },
  body: JSON.stringify({ title: "The mails cannot be read", status, detail }),
});

const notFound = plain(404, "Not found. / No encontrado.");
const notAllowed: Answer = {
  status: 405,
  headers: { allow: "GET, HEAD", "content-type": "text/plain; charset=utf-8" },
  body: "Only GET and HEAD. / Solo GET y HEAD.\n",
};

const fromCloud = async (
  { awsEndpoint, kept, since = "" }: InboxOptions,
  say: (status: number, detail: string) => Answer,
  answer: (mails: readonly SentMail[]) => Answer,
): Promise<Answer> => {
  try {
    const mails = await sentMails(awsEndpoint, kept);
    return answer(mails.filter(({ sentAt }) => sentAt >= since));
  } catch (error) {
    if (error instanceof CloudSilentError) return say(502, error.message);
    throw error;
  }
};

/** The caller may or may not have decoded the path. */
const namedIn = (path: string): { id?: string | undefined; file?: string | undefined } => {
  const [, written, file] = /^\/messages\/([^/]+)(?:\.html|\/files\/(\d{1,4}))$/.exec(path) ?? [];
  try {
    return { id: written === undefined ? undefined : decodeURIComponent(written), file };
  } catch {
    return { id: written, file };
  }
};

const oneMail = (mail: SentMail): Answer =>
  alone(mail.html === "" ? textAsPage(mail.text) : linksInNewTabs(withPictures(mail)));

/** Always as a download: nothing that came with a mail is opened under this origin. */
const oneFile = (mail: SentMail, index: number): Answer => {
  const found = fileOf(mail, index);
  if (found === undefined) return notFound;
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`;
  const headers = { "content-type": found.type, "content-disposition": disposition, "content-security-policy": shut };
  return { status: 200, headers, body: found.bytes };
};

const shut = "sandbox; default-src 'none'";

/** Whatever the mail holds: no script runs, nothing of this origin can be reached, nothing is loaded; links open tabs. */
const alone = (body: string): Answer => ({
  status: 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy":
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'",
  },
  body,
});

const newTabs = '<base target="_blank">';

/** Put inside the head where there is one: before the doctype it would change how the mail is drawn. */
const linksInNewTabs = (mailHtml: string): string =>
  /<head[\s>]/i.test(mailHtml)
    ? mailHtml.replace(/<head(\s[^>]*)?>/i, (head) => `${head}${newTabs}`)
    : `<!doctype html>${newTabs}${mailHtml}`;

const textAsPage = (text: string): string =>
  markup`<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><pre style="white-space:pre-wrap;overflow-wrap:anywhere;padding:1rem">${text}</pre>`.toString();
