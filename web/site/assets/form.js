import { perhapsMeant } from "./misspelt.js";
import { postUntilAnswered } from "./sending.js";

const words = {
  es: {
    sending: "Enviando…",
    meant: (address) => `¿Quiso decir ${address}?`,
    yes: "Sí, corregirlo",
    no: "No, está bien",
    busy: "Estamos ocupados: lo enviamos de nuevo…",
    missing: "Falta un dato",
    phone: "para acordar la demostración necesitamos un teléfono",
    unreachable: "No hemos podido conectar. Lo que ha escrito sigue aquí: inténtelo de nuevo en un momento.",
    failed:
      "Ahora mismo no hemos podido recibir el formulario. Lo que ha escrito sigue aquí: inténtelo de nuevo en un momento.",
  },
  en: {
    sending: "Sending…",
    meant: (address) => `Did you mean ${address}?`,
    yes: "Yes, correct it",
    no: "No, it is right",
    busy: "We are busy: sending again…",
    missing: "Something is missing",
    phone: "to arrange the demo we need a phone number",
    unreachable: "We could not connect. What you wrote is still here: please try again in a moment.",
    failed: "We could not receive the form just now. What you wrote is still here: please try again in a moment.",
  },
};
const examples = {
  es: {
    firstName: "Lucía",
    lastName: "Ferrer Aguado",
    phone: "+34 960 55 12 40",
    company: "Frutas del Turia",
    jobTitle: "Directora de operaciones",
    industry: "Alimentación",
    country: "ES",
    message: "Preparamos unos 900 pedidos al día y los errores de temporada nos cuestan caros.",
  },
  en: {
    firstName: "Helen",
    lastName: "Ward",
    phone: "+351 21 555 0140",
    company: "Tagus Fresh Foods",
    jobTitle: "Head of operations",
    industry: "Food",
    country: "PT",
    message: "We pick some 900 orders a day, and seasonal errors cost us dearly.",
  },
};

const { lang } = document.documentElement;
const say = words[lang];
const byId = (id) => document.getElementById(id);

/** `crypto.randomUUID` is missing on plain http. */
const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Several ticked boxes of one name become a list; everything else is text. */
const bodyOf = (form) => {
  const data = new FormData(form);
  const fields = [...new Set(data.keys())].map((name) => {
    const values = data.getAll(name);
    return [name, values.length === 1 ? values[0] : values];
  });
  return JSON.stringify(Object.fromEntries(fields));
};

/** Milliseconds: a faster form is taken for a machine, and filling in an example is faster. */
const leastFill = 2500;
/** Milliseconds without a key after which an address counts as typed. */
const restMillis = 600;
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

const setUpForm = (form) => {
  const opened = Date.now();
  const alert = byId("alert");
  const button = form.querySelector("button[type=submit]");
  const label = button.textContent;
  let last = {};

  const fillHidden = () => {
    const query = new URLSearchParams(location.search);
    const known = {
      pageUrl: location.href.split("#")[0],
      _started: new Date(opened).toISOString(),
      _next: new URL(form.dataset.thanks, location.href).href,
    };
    for (const field of form.querySelectorAll("input[type=hidden]"))
      field.value = known[field.name] ?? query.get(field.name) ?? field.defaultValue;
  };

  const fieldCalled = (name) => {
    const found = form.elements.namedItem(name);
    const field = found instanceof RadioNodeList ? found[0] : found;
    return field === null || field.type === "hidden" ? undefined : field;
  };

  const clear = (field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
    byId(`${field.name}-wrong`)?.remove();
  };

  const mark = (field, detail) => {
    const text = document.createElement("p");
    text.id = `${field.name}-wrong`;
    text.className = "wrong";
    text.textContent = `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
    (field.closest("label") ?? field).after(text);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", text.id);
  };

  /** Each error at its field, if the form has it; the others beside the button. Focuses the first field marked. */
  const showErrors = ({ title = "", detail = "", errors = [] }) => {
    const placed = errors.flatMap((error) => {
      const field = fieldCalled(error.field);
      return field === undefined ? [] : [{ field, detail: error.detail }];
    });
    for (const { field, detail } of placed) mark(field, detail);
    const loose = errors.filter(({ field }) => fieldCalled(field) === undefined);
    const sentences = [`${title}.`, detail, ...loose.map((error) => `${error.field}: ${error.detail}.`)];
    alert.textContent = sentences.join(" ");
    const marked = placed.map(({ field }) => field);
    ([...form.elements].find((field) => marked.includes(field)) ?? alert).focus();
  };

  /** About an address that looks like a slip the person is asked once; whether they answer is up to them. */
  const email = form.elements.namedItem("email");
  let kept = "";
  const askAboutAddress = () => {
    byId("email-meant")?.remove();
    const meant = perhapsMeant(email.value.trim());
    if (meant === undefined || email.value === kept) return;
    const question = document.createElement("p");
    question.id = "email-meant";
    question.className = "question";
    question.setAttribute("role", "status");
    const answer = (label, act) => {
      const choice = document.createElement("button");
      choice.type = "button";
      choice.className = "quiet";
      choice.textContent = label;
      choice.addEventListener("click", () => {
        act();
        question.remove();
        email.focus();
      });
      return choice;
    };
    const correct = answer(say.yes, () => {
      email.value = meant;
    });
    const keep = answer(say.no, () => {
      kept = email.value;
    });
    question.append(say.meant(meant), " ", correct, " ", keep);
    email.after(question);
  };
  // While they rest from typing, not when they leave the field: the button that they go for must not move away.
  let rest;
  email.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(askAboutAddress, restMillis);
  });

  const fail = (text) => {
    alert.textContent = text;
    alert.focus();
  };

  /** The same content keeps its idempotency key however often it is sent, so that it counts once. */
  const keyOf = (body) => {
    if (last.body !== body) last = { body, key: randomId() };
    return last.key;
  };

  /** Whoever wants to be called is asked for a number; the field stays where it is. */
  const phone = form.elements.namedItem("phone");
  const askForPhone = () => {
    phone.required = [...form.elements.namedItem("interest")].some((box) => box.value === "demo" && box.checked);
    if (!phone.required) clear(phone);
  };

  const send = async () => {
    const body = bodyOf(form);
    await pause(Math.max(0, opened + leastFill - Date.now()));
    const answer = await postUntilAnswered(form.action, body, { "idempotency-key": keyOf(body) }, () => {
      button.textContent = say.busy;
    });
    if (answer === undefined) return () => fail(say.unreachable);
    if (answer.ok && typeof answer.said.reference === "string") return () => location.assign(form.dataset.thanks);
    return answer.status >= 500 || answer.said.detail === undefined
      ? () => fail(say.failed)
      : () => showErrors(answer.said);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    alert.textContent = "";
    for (const field of form.querySelectorAll("[aria-invalid]")) clear(field);
    if (phone.required && phone.value.trim() === "") {
      showErrors({ title: say.missing, errors: [{ field: "phone", detail: say.phone }] });
      return;
    }
    button.disabled = true;
    button.textContent = say.sending;
    const goOn = await send();
    button.disabled = false;
    button.textContent = label;
    goOn();
  });
  form.addEventListener("input", ({ target }) => {
    clear(target);
    askForPhone();
  });

  byId("examples").addEventListener("click", ({ target }) => {
    const kind = target.dataset.example;
    if (kind === undefined) return;
    fillExample(form, kind === "ready");
    askForPhone();
  });

  // The server validates, in the language of the page.
  form.noValidate = true;
  byId("examples").hidden = false;
  askForPhone();
  fillHidden();
};

/** A new person each time: one who is ready to buy and asks for a demo, or one who has only just heard of us. */
const fillExample = (form, isReady) => {
  const example = examples[lang];
  const domain = `${example.company.toLowerCase().replaceAll(" ", "")}.example`;
  const email = `${example.firstName
    .normalize("NFD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase()}.${randomId().slice(0, 5)}@${domain}`;
  const values = { ...example, email, companySize: "50-249", message: isReady ? example.message : "" };
  for (const [name, value] of Object.entries(values)) form.elements.namedItem(name).value = value;
  // What the agreement adds to the form; another agreement asks for something else.
  for (const [name, value] of Object.entries({ warehouses: "3", erp: "sage" })) {
    const input = form.elements.namedItem(name);
    if (input !== null) input.value = value;
  }
  for (const box of form.elements.namedItem("interest")) box.checked = box.value === (isReady ? "demo" : "guide");
  form.elements.namedItem("consent").checked = true;
  for (const field of form.querySelectorAll("[aria-invalid]"))
    field.dispatchEvent(new Event("input", { bubbles: true }));
  form.querySelector("button[type=submit]").focus();
};

byId("other-language").search = location.search;
const form = byId("lead");
if (form !== null) setUpForm(form);
