import type { Language } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import type { FactLine } from "../page/facts.ts";
import { html, type Markup } from "../page/html.ts";
import type { Block, Written } from "./block.ts";

/**
 * Mail programs strip style sheets, or read half of them: everything that must hold is in `style` attributes, and where
 * Outlook's own engine needs a table for a width or a button it gets one. The style sheet only adds the dark colours.
 */
const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const ink = "color:#1b2430";
const quiet = "color:#566173";

/** Invisible blanks that keep the words after the first line out of the inbox's preview. */
const filler = html`${Array.from({ length: 60 }, () => html`&#847;&zwnj;&nbsp;`)}`;

export interface WrittenMail extends Written {
  readonly language: Language;
  readonly subject: string;
  /** What inboxes show beside the subject; it is in the text, too. */
  readonly preview: string;
}

/**
 * The HTML part of a mail, in the one layout of all mails: 600 pixels at most, no picture from elsewhere, no script.
 */
export const mailHtml = ({ language, company, subject, title, preview, blocks, footer }: WrittenMail): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${subject}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
.ground { background: #11161d !important; }
.card { background: #1a212b !important; border-color: #333d4b !important; }
.ink { color: #e8ecf2 !important; }
.quiet { color: #a9b4c4 !important; }
.rule { border-color: #333d4b !important; }
.tint { background: #1d2f45 !important; border-color: #7db8f5 !important; color: #e8ecf2 !important; }
.link { color: #8cc2f8 !important; }
.second { border-color: #8cc2f8 !important; color: #8cc2f8 !important; }
}
@media (max-width: 480px) {
.card { padding: 20px !important; }
.picture { margin-left: -8px !important; margin-right: -8px !important; padding: 4px !important; }
}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f3f4f6;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preview}${filler}</div>
<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<div class="ground" style="max-width:600px;margin:0 auto;padding:16px 12px;background:#f3f4f6">
<p class="quiet" style="margin:0 0 12px;padding:0 4px;${font};font-size:14px;line-height:20px;font-weight:600;${quiet}">${company}</p>
<div class="card" style="padding:28px;background:#ffffff;border:1px solid #d3d8e0;border-radius:10px">
<h1 class="ink" style="margin:0 0 16px;${font};font-size:23px;line-height:29px;font-weight:700;${ink}">${title}</h1>
${blocks.map(rich)}
</div>
<div style="padding:16px 4px 8px">
${footer.map(small)}
</div>
</div>
<!--[if mso]></td></tr></table><![endif]-->
</body>
</html>
`.toString();

const rich = (block: Block): Markup => {
  switch (block.is) {
    case "heading":
      return html`<h2 class="ink" style="margin:26px 0 8px;${font};font-size:17px;line-height:23px;font-weight:700;${ink}">${block.text}</h2>
`;
    case "paragraph":
      return html`<p class="ink" style="margin:0 0 14px;${font};font-size:16px;line-height:24px;${ink}">${lines(block.text)}</p>
`;
    case "notice":
      return html`<p class="tint" style="margin:0 0 16px;padding:10px 14px;border-left:4px solid #0b5cad;background:#eaf2fb;${font};font-size:16px;line-height:24px;font-weight:600;${ink}">${block.text}</p>
`;
    case "quote":
      return html`<blockquote class="ink rule" style="margin:0 0 14px;padding:2px 0 2px 14px;border-left:3px solid #9aa4b2;${font};font-size:16px;line-height:24px;${ink}">${lines(block.text)}</blockquote>
`;
    case "list":
      return html`<ul class="ink" style="margin:0 0 14px;padding:0 0 0 20px;${font};font-size:15px;line-height:22px;${ink}">${block.items.map((item) => html`<li style="margin:0 0 5px">${item}</li>`)}</ul>
`;
    case "facts":
      return html`<table class="ink" cellpadding="0" cellspacing="0" style="margin:0 0 14px;width:100%;border-collapse:collapse;${font};font-size:15px;line-height:22px;${ink}">${block.facts.map(row)}</table>
`;
    case "story":
      return html`<div class="rule" style="margin:0 0 14px;padding:0 0 0 12px;border-left:3px solid #d3d8e0"><p class="ink" style="margin:0 0 2px;${font};font-size:16px;line-height:23px;font-weight:600;overflow-wrap:anywhere;${ink}">${block.url === "" ? block.label : anchor(block.label, block.url)}</p>
${block.lines.map((line) => html`<p class="ink" style="margin:0 0 2px;${font};font-size:15px;line-height:22px;overflow-wrap:anywhere;${ink}">${line}</p>`)}</div>
`;
    case "table":
      return table(block);
    case "picture":
      return picture(block);
    case "button":
      return button(block, "", "background:#0b5cad;border:1px solid #0b5cad;color:#ffffff", "#0b5cad");
    case "second-button":
      return button(block, "second", "border:1px solid #0b5cad;color:#0b5cad", undefined);
    case "link":
      return html`<p style="margin:0 0 14px;${font};font-size:15px;line-height:22px">${anchor(block.label, block.url)}</p>
`;
    default:
      return assertNever(block);
  }
};

/** One cell that carries colour and padding: the only button that Outlook draws as meant. */
const button = ({ label, url }: Labelled, classes: string, colours: string, ground: string | undefined): Markup =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 10px;border-collapse:separate"><tr><td${ground === undefined ? "" : html` bgcolor="${ground}"`} style="border-radius:7px"><a class="${classes}" href="${url}" style="display:inline-block;padding:12px 22px;border-radius:7px;${colours};${font};font-size:16px;line-height:22px;font-weight:600;text-decoration:none;mso-padding-alt:12px 22px">${label}</a></td></tr></table>
`;

const row = ({ label, value, href }: FactLine): Markup =>
  html`<tr><th class="quiet" scope="row" align="left" valign="top" style="width:32%;padding:3px 12px 3px 0;font-weight:400;${quiet}">${label}</th><td valign="top" style="padding:3px 0;overflow-wrap:anywhere">${href === undefined ? value : anchor(value, href)}</td></tr>`;

type Of<K extends Block["is"]> = Extract<Block, { is: K }>;

const cell = "padding:7px 0 7px 10px;border-bottom:1px solid #d3d8e0";

const table = ({ columns: [what = "", ...columns], rows }: Of<"table">): Markup =>
  html`<table class="ink" cellpadding="0" cellspacing="0" style="margin:0 0 18px;width:100%;border-collapse:collapse;${font};font-size:15px;line-height:21px;${ink}"><tr><th class="quiet rule" scope="col" align="left" style="${cell};padding-left:0;font-size:13px;font-weight:400;${quiet}">${what}</th>${columns.map((column) => html`<th class="quiet rule" scope="col" align="right" valign="bottom" style="${cell};font-size:13px;font-weight:400;${quiet}">${column}</th>`)}</tr>
${rows.map(
  ([
    label = "",
    ...values
  ]) => html`<tr><th class="rule" scope="row" align="left" style="${cell};padding-left:0;font-weight:400">${label}</th>${values.map((value, i) => html`<td class="rule" align="right" style="${cell};white-space:nowrap${i === 0 && ";font-weight:700"}">${value}</td>`)}</tr>
`,
)}</table>
`;

/** Drawn on its own light background; the width attribute holds where style sheets do not. */
const picture = ({ cid, title, alt, size: { width, height } }: Of<"picture">): Markup =>
  html`<p class="ink" style="margin:0 0 6px;${font};font-size:15px;line-height:21px;font-weight:600;${ink}">${title}</p>
<div class="picture" style="margin:0 0 20px;padding:8px;background:#ffffff;border-radius:6px"><img src="cid:${cid}" alt="${alt}" width="${width}" height="${height}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;font-size:14px;color:#1b2430"></div>
`;

const small = (block: Block): Markup => {
  const style = `margin:0 0 8px;${font};font-size:13px;line-height:19px;${quiet}`;
  if (block.is === "link")
    return html`<p class="quiet" style="${style}">${anchor(block.label, block.url)}</p>
`;
  if (block.is === "list")
    return html`<ul class="quiet" style="${style};padding:0 0 0 18px">${block.items.map((item) => html`<li style="margin:0 0 3px">${item}</li>`)}</ul>
`;
  return "text" in block
    ? html`<p class="quiet" style="${style}">${lines(block.text)}</p>
`
    : rich(block);
};

type Labelled = { readonly label: string; readonly url: string };

const anchor = (label: string, url: string): Markup =>
  html`<a class="link" href="${url}" style="color:#0b5cad">${label}</a>`;

const lines = (text: string): Markup =>
  html`${text.split("\n").map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`))}`;
