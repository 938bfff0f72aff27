import type { WayByHand, WayOfConsent } from "../../../lambdas/contract/by-hand.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";

export const byHandWords = {
  add: { es: "Añadir lead", en: "Add lead" },
  addHint: { es: "Añadir lead (tecla N)", en: "Add lead (key N)" },
  title: { es: "Añadir un lead", en: "Add a lead" },
  what: {
    es: "Para quien ha llamado, has conocido en una feria o te han recomendado. Recorre el mismo camino que si hubiera enviado un formulario, y no se le escribe por añadirlo.",
    en: "For somebody who called, whom you met at a fair or who was recommended. They go the same way as if they had sent a form, and are not written to because of it.",
  },
  email: { es: "Correo", en: "E-mail" },
  emailHint: {
    es: "Es quien identifica al lead: sin correo no se puede añadir.",
    en: "It tells who the lead is: without one they cannot be added.",
  },
  way: { es: "Cómo nos llegó", en: "How they reached us" },
  ways: {
    "phone-call": { es: "Llamada", en: "Phone call" },
    fair: { es: "Feria o evento", en: "Fair or event" },
    recommendation: { es: "Recomendación", en: "Recommendation" },
    "by-hand": { es: "De otra manera", en: "Some other way" },
  } satisfies Record<WayByHand, Bilingual>,
  campaign: { es: "Campaña o feria (opcional)", en: "Campaign or fair (optional)" },
  note: { es: "Qué quiere", en: "What they want" },
  noteHint: { es: "Lo leerá quien le llame.", en: "Read by the person who calls them." },
  more: { es: "Más datos", en: "More details" },
  wants: {
    es: "Quiero llevarlo yo, si las reglas lo permiten",
    en: "I want to work with this lead, if the rules allow it",
  },
  consents: { es: "Ha dicho que quiere recibir nuestros correos", en: "They said that they want our e-mails" },
  consentWhat: {
    es: "Queda como prueba, con tu nombre. Solo cuenta cuando lo confirma con el enlace que recibe por correo; quien se dio de baja sigue de baja.",
    en: "It is kept as proof, with your name. It counts only once they confirm it by the link in an e-mail; those who unsubscribed stay unsubscribed.",
  },
  how: { es: "Cómo lo dijo", en: "How they said it" },
  hows: {
    phone: { es: "Por teléfono", en: "On the phone" },
    "in-person": { es: "En persona", en: "In person" },
    other: { es: "De otra manera", en: "Some other way" },
  } satisfies Record<WayOfConsent, Bilingual>,
  on: { es: "Qué día", en: "On which day" },
  said: { es: "Qué dijo", en: "What they said" },
  send: { es: "Añadir", en: "Add" },
  another: { es: "Añadir otro", en: "Add another" },
  open: { es: "Abrir el lead", en: "Open the lead" },
  missing: { es: "Falta por rellenar", en: "Please fill this in" },
  yes: { es: "Sí", en: "Yes" },
  no: { es: "No", en: "No" },
  unsaid: { es: "No se sabe", en: "Not known" },
  similar: { es: "Puede que ya lo conozcamos", en: "We may know them already" },
  sameEmail: { es: "el mismo correo", en: "the same e-mail" },
  samePhone: { es: "el mismo teléfono", en: "the same phone" },
  samePerson: { es: "mismo nombre y empresa", en: "same name and company" },
  addsTo: {
    es: "Si lo añades, lo nuevo va a ese lead; nada se sobrescribe.",
    en: "If you add them, what is new goes to that lead; nothing is overwritten.",
  },
  hidden: { es: "Un lead que no llevas tú", en: "A lead who is not yours" },
  hiddenOwner: (owner: string): Bilingual => ({ es: `Lo lleva ${owner}.`, en: `${owner} looks after them.` }),
  hiddenNobody: { es: "Todavía no lo lleva nadie de ventas.", en: "Nobody in sales looks after them yet." },
  companyOf: (owner: string): Bilingual => ({
    es: `Los leads de esta empresa van a ${owner}.`,
    en: `Leads of this company go to ${owner}.`,
  }),
  openOther: (name: string): Bilingual => ({
    es: `${name} (se abre en otra pestaña)`,
    en: `${name} (opens in another tab)`,
  }),
} as const;
