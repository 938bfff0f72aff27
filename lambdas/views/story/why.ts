import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import {
  calledAgain,
  closedByHand,
  isSilenceOurs,
  nobodyFollowedUp,
  quietUnanswered,
} from "../../domain/escalation/nobody-answered.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { type MoveFact, ownerIn } from "../../domain/lead/move-fact.ts";
import { reasonLabel } from "../../domain/outcome/reason-label.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { readerIn, sayLongDay } from "../../domain/text/when.ts";

/** Why the lead is where it is, and since when. */
export const sayWhy = (lead: Lead, agreement: Agreement): Bilingual => {
  const { stage, stageSince, because, needsAttention } = lead;
  const { label } = agreement.terms.stages[stage];
  const formerOwnerId = "followUp" in lead ? lead.followUp.earlier.at(-1) : undefined;
  const cause = because === "stayed-silent" && isSilenceOurs(lead) ? quietUnanswered : because;
  const { es, en } = sayBecause({ because: cause, ownerId: ownerIn(lead), formerOwnerId }, agreement);
  const [since, from] = [
    sayLongDay(stageSince, readerIn("es", agreement)),
    sayLongDay(stageSince, readerIn("en", agreement)),
  ];
  const stopped = needsAttention === undefined ? { es: "", en: "" } : stoppedByFault;
  return {
    es: `En «${label.es}» desde el ${since} porque ${es}.${stopped.es}`,
    en: `In “${label.en}” since ${from} because ${en}.${stopped.en}`,
  };
};

const stoppedByFault: Bilingual = {
  es: " Un fallo nuestro ha detenido su recorrido: operaciones lo está revisando.",
  en: " An error on our side has stopped their journey: operations is looking into it.",
};

/** A move as this sentence needs it: its code, and the former or present owner. */
type Moved = Pick<MoveFact, "because" | "ownerId" | "formerOwnerId">;

const plain: Readonly<Record<string, Bilingual>> = {
  "form-submitted": { es: "envió un formulario", en: "they sent a form" },
  imported: { es: "estaba en una lista que importó el equipo", en: "they were in a list that the team imported" },
  "added-by-colleague": { es: "lo añadió alguien del equipo", en: "somebody on the team added the lead" },
  "engaged-again": { es: "volvió a dar señales de interés", en: "they showed interest again" },
  "form-confirmed": { es: "confirmó un formulario", en: "they confirmed a form" },
  "consent-confirmed": { es: "confirmó su consentimiento", en: "they confirmed their consent" },
  "gate-passed": { es: "cumple la definición de MQL", en: "they meet the definition of an MQL" },
  "gate-not-yet": { es: "todavía no cumple la definición de MQL", en: "they do not meet the definition of an MQL yet" },
  "gate-cooled": {
    es: "dejó de cumplir la definición de MQL antes de llegar a ventas",
    en: "they no longer met the definition of an MQL before reaching sales",
  },
  "gate-disqualified": {
    es: "un criterio del acuerdo lo descarta",
    en: "a criterion of the agreement disqualifies them",
  },
  "gate-overridden": { es: "marketing lo decidió a mano", en: "marketing decided by hand" },
  "rep-told": { es: "recibió el correo con su historia", en: "the e-mail with their story was sent" },
  "sales-qualified": { es: "hay una necesidad real", en: "there is a real need" },
  opportunity: { es: "hay una propuesta sobre la mesa", en: "there is an offer on the table" },
  won: { es: "ha comprado", en: "they bought" },
  lost: { es: "no va a comprar", en: "they are not going to buy" },
  corrected: { es: "se corrigió el resultado", en: "the outcome was corrected" },
  "stayed-silent": { es: "dejó de dar señales de vida", en: "they stayed silent" },
  "recycled-by-hand": {
    es: "alguien del equipo lo reabrió a mano",
    en: "somebody on the team reopened the lead by hand",
  },
  "new-deal": { es: "alguien del equipo empezó un negocio nuevo", en: "somebody on the team started a new deal" },
  [quietUnanswered]: {
    es: "ventas no le respondió y desde entonces no ha habido nada nuevo",
    en: "sales did not answer them, and nothing new has come in since",
  },
  [calledAgain]: { es: "alguien del equipo decidió que se le llame", en: "somebody on the team decided to call them" },
  [closedByHand]: { es: "alguien del equipo lo cerró a mano", en: "somebody on the team closed the lead by hand" },
  [nobodyFollowedUp]: {
    es: "nadie de ventas respondió en el plazo acordado",
    en: "nobody in sales answered within the agreed time",
  },
  erased: { es: "se borraron sus datos", en: "their data was erased" },
};

/** Why a lead moved, as the part of a sentence that follows `porque` or `because`; of an unknown code, the code. */
export const sayBecause = ({ because, ownerId, formerOwnerId }: Moved, agreement: Agreement): Bilingual => {
  const [code = because, detail] = because.split(":");
  const nameOf = (id: string | undefined) => (id === undefined ? "?" : nameOfPerson(id, agreement));
  const [owner, former] = [nameOf(ownerId), nameOf(formerOwnerId)];
  switch (code) {
    case "rep-chosen":
      return { es: `se ha elegido a ${owner}`, en: `${owner} was chosen` };
    case "no-rep-free":
      return { es: `nadie tenía capacidad y se asigna a ${owner}`, en: `nobody had capacity, and ${owner} takes over` };
    case "rep-told":
      return { es: `${owner} ${plain[code]?.es}`, en: `${plain[code]?.en} to ${owner}` };
    case "accepted":
      return { es: `${owner} lo aceptó`, en: `${owner} accepted the lead` };
    case "passed-on":
      return {
        es: `${former} se lo pasó a ${owner}`,
        en: `${former} passed the lead to ${owner}`,
      };
    case "reassigned":
      return reassigned(detail, owner, former);
    case "rejected":
      return withReason("ventas lo rechazó", "sales rejected the lead", detail, agreement);
    case "recycled":
      return withReason("ventas lo devolvió a marketing", "sales returned the lead to marketing", detail, agreement);
    default:
      return plain[code] ?? { es: because, en: because };
  }
};

const reassigned = (why: string | undefined, owner: string, former: string): Bilingual => {
  switch (why) {
    case "left":
      return { es: `${former} ya no está y pasó a ${owner}`, en: `${former} has left, and the lead went to ${owner}` };
    case "unreachable":
      return {
        es: `los correos no llegan a ${former} y pasó a ${owner}`,
        en: `e-mails do not reach ${former}, and the lead went to ${owner}`,
      };
    case "away":
      return { es: `${former} está fuera y pasó a ${owner}`, en: `${former} is away, and the lead went to ${owner}` };
    default:
      return {
        es: `${former} no respondió en plazo y pasó a ${owner}`,
        en: `${former} did not answer on time, and the lead went to ${owner}`,
      };
  }
};

const withReason = (es: string, en: string, reason: string | undefined, agreement: Agreement): Bilingual => {
  const label = reasonLabel({ kind: "rejected", reason }, agreement);
  return label === undefined ? { es, en } : { es: `${es}: «${label.es}»`, en: `${en}: “${label.en}”` };
};
