/** How often to look for new mails, in milliseconds. */
const interval = 2000;

const byId = (id) => document.getElementById(id);
const words = document.body.dataset;
const { lang } = document.documentElement;
const day = new Intl.DateTimeFormat(lang, { dateStyle: "short" });
const clock = new Intl.DateTimeFormat(lang, { timeStyle: "medium" });
const long = new Intl.DateTimeFormat(lang, { dateStyle: "full", timeStyle: "medium" });

/** By id, in the order in which they were sent. */
let mails = new Map();
const read = new Set();
let open;

const addressOf = (mail) => `messages/${encodeURIComponent(mail.id)}.html`;
const subjectOf = (mail) => mail.subject || words.noSubject;

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

const when = (instant) => {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date().toDateString();
  const time = element("time", "when", isToday ? clock.format(date) : `${day.format(date)} ${clock.format(date)}`);
  time.dateTime = instant;
  return time;
};

const lineOf = (mail) => {
  const unread = element("span", "unread", element("span", "unseen", words.unread));
  const first = element("span", "first", unread, element("span", "recipient", mail.to.join(", ")), when(mail.sentAt));
  const link = element("a", "line", first, element("span", "subject", subjectOf(mail)), from(mail));
  link.href = `#${encodeURIComponent(mail.id)}`;
  const line = element("li", "", link);
  line.dataset.id = mail.id;
  return line;
};

const from = (mail) => element("span", "sender", mail.from);

/** Existing lines are kept, so that scroll position and focus are not lost. */
const showList = () => {
  const list = byId("list");
  for (const line of [...list.children]) if (!mails.has(line.dataset.id)) line.remove();
  const shown = new Set([...list.children].map((line) => line.dataset.id));
  for (const mail of mails.values()) if (!shown.has(mail.id)) list.prepend(lineOf(mail));
  for (const line of list.children) markLine(line);
  byId("none").hidden = mails.size > 0;
  byId("mails").hidden = mails.size === 0;
  byId("count").hidden = mails.size === 0;
  byId("count").textContent = mails.size;
};

const markLine = (line) => {
  const link = line.firstElementChild;
  if (line.dataset.id === open) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
  link.querySelector(".unread").hidden = read.has(line.dataset.id);
};

const size = new Intl.NumberFormat(lang, { style: "unit", unit: "kilobyte", maximumFractionDigits: 1 });

/** Pictures that the HTML shows in their places are no attachments. */
const attachedTo = (mail) => mail.files.filter((file) => !file.cid);

const fileLine = (file) => {
  const link = element("a", "", file.name);
  link.href = file.address;
  link.download = file.name;
  return element("li", "", link, " ", element("span", "size", size.format(file.size / 1000)));
};

/** A row without anything in it is not shown. */
const fill = (id, ...content) => {
  byId(id).replaceChildren(...content);
  byId(id).closest("div").hidden = content.length === 0;
};

const showWhatGoesWith = (mail) => {
  const { invitation } = mail;
  byId("invitation-kind").textContent = invitation?.method === "CANCEL" ? words.cancel : words.request;
  fill("invitation", ...(invitation ? [invitation.says[lang]] : []));
  fill("files", ...attachedTo(mail).map(fileLine));
  fill("headers", ...mail.headers.map((line) => element("li", "", line)));
};

/** A frame of its own for each mail: going to the next adds nothing to the browser's history. */
const frameOf = (mail) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
  frame.title = subjectOf(mail);
  frame.src = addressOf(mail);
  return frame;
};

const showMail = (mail) => {
  byId("subject").textContent = subjectOf(mail);
  byId("from").textContent = mail.from;
  byId("to").textContent = mail.to.join(", ");
  byId("sent").textContent = long.format(new Date(mail.sentAt));
  byId("sent").dateTime = mail.sentAt;
  showWhatGoesWith(mail);
  byId("alone").href = addressOf(mail);
  byId("panel-html").replaceChildren(frameOf(mail));
  byId("panel-text").textContent = mail.text || words.noText;
  read.add(mail.id);
};

const wanted = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

/** The address names the open mail: reloading, going back and sharing it work. */
const follow = () => {
  const mail = mails.get(wanted());
  const isNew = mail?.id !== open;
  open = mail?.id;
  document.body.classList.toggle("reading", mail !== undefined);
  byId("mail").hidden = mail === undefined;
  byId("choose").hidden = mail !== undefined;
  if (mail !== undefined && isNew) showMail(mail);
  for (const line of byId("list").children) markLine(line);
  return isNew && mail !== undefined;
};

const tabs = [byId("tab-html"), byId("tab-text")];
const choose = (tab) => {
  for (const each of tabs) {
    each.setAttribute("aria-selected", String(each === tab));
    each.tabIndex = each === tab ? 0 : -1;
    byId(each.getAttribute("aria-controls")).hidden = each !== tab;
  }
  byId("widths").hidden = tab !== tabs[0];
};
for (const tab of tabs) {
  const other = tabs.find((each) => each !== tab);
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    choose(other);
    other.focus();
  });
}

byId("widths").addEventListener("change", (event) => {
  byId("panel-html").classList.toggle("phone", event.target.value === "phone");
});

addEventListener("hashchange", () => {
  if (follow()) byId("subject").focus();
});

const say = (state) => {
  const line = byId("state");
  // Said again on every look, a screen reader would never be silent.
  if (line.dataset.is === state) return;
  line.dataset.is = state;
  line.textContent = line.dataset[state];
};

const sentMails = async () => {
  try {
    const response = await fetch("messages.json");
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
};

const look = async () => {
  const sent = await sentMails();
  setTimeout(look, interval);
  say(sent === undefined ? "silent" : "live");
  if (sent === undefined) return;
  mails = new Map(sent.map((mail) => [mail.id, mail]));
  showList();
  follow();
};

look();
