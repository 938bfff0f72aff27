import { readFileSync } from "node:fs";
import type { Language } from "../../lambdas/contract/stages.ts";
import { html } from "../../lambdas/views/page/index.ts";

const beside = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

export const inboxStyle = beside("inbox.css");
export const inboxScript = beside("inbox.js");

const words = {
  es: {
    title: "Bandeja de salida",
    what: "Todos los correos que ha enviado el sistema, con sus imágenes y adjuntos",
    connecting: "Conectando…",
    live: "En directo",
    silent: "La nube local no responde. Se vuelve a intentar cada pocos segundos.",
    list: "Correos enviados",
    noneTitle: "Todavía no se ha enviado ningún correo",
    none: "Rellena el formulario de muestra: en unos segundos aparecerá aquí el correo al comercial o el primero con contenidos.",
    form: "Abrir el formulario",
    chooseTitle: "Elige un correo de la lista",
    back: "Todos los correos",
    from: "De",
    to: "Para",
    sent: "Enviado",
    invitation: "Invitación",
    cancelled: "Anulación",
    files: "Adjuntos",
    headers: "Cabeceras",
    view: "Contenido",
    html: "HTML",
    text: "Texto",
    width: "Ancho",
    phone: "Móvil",
    desktop: "Escritorio",
    alone: "Abrir en otra pestaña",
    noText: "Este correo no tiene parte de texto.",
    noSubject: "(sin asunto)",
    unread: "Sin leer",
    noScript: "Esta página necesita JavaScript. Los correos están también en",
    formPage: "es",
  },
  en: {
    title: "Outbox",
    what: "Every e-mail that the system has sent, with its pictures and attachments",
    connecting: "Connecting…",
    live: "Live",
    silent: "The local cloud is not responding. Retrying every few seconds.",
    list: "Sent e-mails",
    noneTitle: "No e-mail has been sent yet",
    none: "Fill in the sample form: within seconds the sales rep's e-mail, or the first nurture e-mail, appears here.",
    form: "Open the form",
    chooseTitle: "Select an e-mail from the list",
    back: "All e-mails",
    from: "From",
    to: "To",
    sent: "Sent",
    invitation: "Invitation",
    cancelled: "Cancellation",
    files: "Attachments",
    headers: "Headers",
    view: "Content",
    html: "HTML",
    text: "Text",
    width: "Width",
    phone: "Phone",
    desktop: "Desktop",
    alone: "Open in a new tab",
    noText: "This e-mail has no text part.",
    noSubject: "(no subject)",
    unread: "Unread",
    noScript: "This page needs JavaScript. The e-mails are also in",
    formPage: "en",
  },
} as const;

/** The page without any mail: its script fills them in, as text, from `messages.json`. Its links are relative, so it must be served as a folder. */
export const inboxPage = (language: Language): string => {
  const say = words[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say.title} · Smarketing</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="inbox.css">
<script type="module" src="inbox.js"></script>
</head>
<body data-no-subject="${say.noSubject}" data-no-text="${say.noText}" data-unread="${say.unread}" data-request="${say.invitation}" data-cancel="${say.cancelled}">
<header>
<div><h1>${say.title} <span id="count" class="count" hidden></span></h1><p>${say.what}</p></div>
<p id="state" class="state" role="status" data-live="${say.live}" data-silent="${say.silent}">${say.connecting}</p>
</header>
<noscript><p class="notice">${say.noScript} <a href="messages.json">messages.json</a>.</p></noscript>
<section id="none" class="none" hidden>
<h2>${say.noneTitle}</h2>
<p>${say.none}</p>
<p><a class="button" href="../form/${say.formPage}/index.html" target="_blank">${say.form}</a></p>
</section>
<main id="mails" hidden>
<nav aria-label="${say.list}"><ol id="list" reversed></ol></nav>
<section id="choose" class="choose"><p>${say.chooseTitle}</p></section>
<article id="mail" aria-labelledby="subject" hidden>
<a id="back" class="back" href="#">← ${say.back}</a>
<h2 id="subject" tabindex="-1"></h2>
<dl>
<div><dt>${say.from}</dt><dd id="from"></dd></div>
<div><dt>${say.to}</dt><dd id="to"></dd></div>
<div><dt>${say.sent}</dt><dd><time id="sent"></time></dd></div>
<div><dt id="invitation-kind"></dt><dd id="invitation"></dd></div>
<div><dt>${say.files}</dt><dd><ul id="files" class="files"></ul></dd></div>
<div><dt>${say.headers}</dt><dd><ul id="headers" class="headers"></ul></dd></div>
</dl>
<div class="tools">
<div role="tablist" aria-label="${say.view}" class="switch">
<button type="button" role="tab" id="tab-html" aria-controls="panel-html" aria-selected="true">${say.html}</button>
<button type="button" role="tab" id="tab-text" aria-controls="panel-text" aria-selected="false" tabindex="-1">${say.text}</button>
</div>
<fieldset id="widths" class="switch">
<legend>${say.width}</legend>
<label><input type="radio" name="width" value="phone"><span>${say.phone}</span></label>
<label><input type="radio" name="width" value="desktop" checked><span>${say.desktop}</span></label>
</fieldset>
<a id="alone" href="messages.json" target="_blank">${say.alone}</a>
</div>
<div id="panel-html" role="tabpanel" aria-labelledby="tab-html" class="paper"></div>
<pre id="panel-text" role="tabpanel" aria-labelledby="tab-text" tabindex="0" hidden></pre>
</article>
</main>
</body>
</html>
`.toString();
};
