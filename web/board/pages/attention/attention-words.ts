import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

export const attentionWords = {
  title: { es: "Atención", en: "Attention" },
  intro: {
    es: "Lo que alguien debería mirar, cada cosa con su remedio.",
    en: "What somebody should look at, each thing with its remedy.",
  },
  asOf: (time: string): Bilingual => ({
    es: `Mirado a las ${time}; se repite cada 10 segundos.`,
    en: `Looked at ${time}; again every 10 seconds.`,
  }),
  well: { es: "Todo en orden", en: "All is well" },
  wellText: {
    es: "Ningún lead marcado, ningún plazo vencido, ningún huérfano y ningún mensaje apartado.",
    en: "No flagged lead, no deadline passed, no orphan and no message set aside.",
  },
  count: (count: number): Bilingual => ({
    es: count === 0 ? "Nada que mirar." : count === 1 ? "1 cosa que mirar." : `${count} cosas que mirar.`,
    en: count === 0 ? "Nothing to look at." : count === 1 ? "1 thing to look at." : `${count} things to look at.`,
  }),
  remedy: { es: "Qué hacer", en: "What to do" },
  flagged: { es: "Parados por un fallo nuestro", en: "Stopped by a fault of ours" },
  flaggedNone: { es: "Ningún camino se ha parado.", en: "No journey has stopped." },
  error: { es: "Fallo", en: "Fault" },
  breached: { es: "Plazo vencido", en: "Past their deadline" },
  breachedNone: { es: "Ventas va al día.", en: "Sales is up to date." },
  moreBreached: { es: "Hay más: estos son los más urgentes.", en: "There are more: these are the most urgent." },
  orphans: { es: "Huérfanos", en: "Orphans" },
  orphansNone: {
    es: "Todo lead abierto tiene quien responda de él y una fecha para lo siguiente.",
    en: "Every open lead has somebody who answers for it and a date for what is next.",
  },
  found: { es: "Encontrado", en: "Found" },
  deadLetters: { es: "Mensajes apartados", en: "Messages set aside" },
  deadLettersNone: { es: "Ninguna cola tiene mensajes apartados.", en: "No queue has messages set aside." },
  messages: (count: number): Bilingual => ({
    es: count === 1 ? "1 mensaje" : `${count} mensajes`,
    en: count === 1 ? "1 message" : `${count} messages`,
  }),
  loss: { es: "Qué se pierde mientras tanto", en: "What is lost meanwhile" },
  open: { es: "Abrir su historia", en: "Open its story" },
} as const;
