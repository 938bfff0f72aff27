import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
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
  const { es, en } = sayBecause({ because, ownerId: ownerIn(lead), formerOwnerId }, agreement);
  const [since, from] = [
    sayLongDay(stageSince, readerIn("es", agreement)),
    sayLongDay(stageSince, readerIn("en", agreement)),
  ];
  const stopped = needsAttention === undefined ? { es: "", en: "" } : stoppedByFault;
  return {
    es: `Está en «${label.es}» desde el ${since} porque ${es}.${stopped.es}`,
    en: `It has been in “${label.en}” since ${from} because ${en}.${stopped.en}`,
  };
};

const stoppedByFault: Bilingual = {
  es: " Un fallo nuestro ha parado su recorrido: operaciones lo está mirando.",
  en: " A fault of ours has stopped its journey: operations is looking at it.",
};

/** A move as this sentence needs it: its code, and the former or present owner. */
type Moved = Pick<MoveFact, "because" | "ownerId" | "formerOwnerId">;

const plain: Readonly<Record<string, Bilingual>> = {
  "form-submitted": { es: "envió un formulario", en: "it sent a form" },
  "engaged-again": { es: "volvió a dar señales de interés", en: "it showed interest again" },
  "consent-confirmed": { es: "confirmó su consentimiento", en: "it confirmed its consent" },
  "gate-passed": { es: "cumple la definición de MQL", en: "it meets the definition of an MQL" },
  "gate-not-yet": { es: "todavía no cumple la definición de MQL", en: "it does not meet the definition of an MQL yet" },
  "gate-cooled": { es: "se enfrió antes de llegar a ventas", en: "it cooled before it reached sales" },
  "gate-disqualified": { es: "un criterio del acuerdo lo descarta", en: "a criterion of the agreement rules it out" },
  "gate-overridden": { es: "marketing lo decidió a mano", en: "marketing decided so by hand" },
  "rep-told": { es: "recibió el correo con su historia", en: "the mail with its story was sent" },
  "sales-qualified": { es: "hay una necesidad real", en: "there is a real need" },
  opportunity: { es: "hay una propuesta sobre la mesa", en: "there is a proposal on the table" },
  won: { es: "ha comprado", en: "they bought" },
  lost: { es: "no va a comprar", en: "they are not going to buy" },
  corrected: { es: "se corrigió lo que se había dicho", en: "what had been told was corrected" },
  "stayed-silent": { es: "dejó de dar señales de vida", en: "it stayed silent" },
  "recycled-by-hand": {
    es: "alguien del equipo lo recuperó a mano",
    en: "somebody of the team took it up again by hand",
  },
  "nobody-followed-up": { es: "nadie contestó en el plazo acordado", en: "nobody answered in the agreed time" },
  erased: { es: "se borraron sus datos", en: "its data were erased" },
};

/** Why a lead moved, as the part of a sentence that follows `porque` or `because`; of an unknown code, the code. */
export const sayBecause = ({ because, ownerId, formerOwnerId }: Moved, agreement: Agreement): Bilingual => {
  const [code = because, detail] = because.split(":");
  const nameOf = (id: string | undefined) => (id === undefined ? "?" : nameOfPerson(id, agreement));
  const [owner, former] = [nameOf(ownerId), nameOf(formerOwnerId)];
  switch (code) {
    case "rep-chosen":
      return { es: `le toca a ${owner}`, en: `it is ${owner}'s turn` };
    case "no-rep-free":
      return { es: `nadie estaba libre y lo lleva ${owner}`, en: `nobody was free, and ${owner} takes it` };
    case "rep-told":
      return { es: `${owner} ${plain[code]?.es}`, en: `${plain[code]?.en} to ${owner}` };
    case "accepted":
      return { es: `${owner} lo aceptó`, en: `${owner} accepted it` };
    case "passed-on":
      return {
        es: `ahora lo lleva ${owner}, y antes ${former}`,
        en: `${owner} has it now, and ${former} had it before`,
      };
    case "reassigned":
      return reassigned(detail, owner, former);
    case "rejected":
      return withReason("ventas lo rechazó", "sales rejected it", detail, agreement);
    case "recycled":
      return withReason("ventas lo devolvió a marketing", "sales gave it back to marketing", detail, agreement);
    default:
      return plain[code] ?? { es: because, en: because };
  }
};

const reassigned = (why: string | undefined, owner: string, former: string): Bilingual => {
  switch (why) {
    case "left":
      return { es: `${former} ya no está y pasó a ${owner}`, en: `${former} has left, and it went to ${owner}` };
    case "away":
      return { es: `${former} está fuera y pasó a ${owner}`, en: `${former} is away, and it went to ${owner}` };
    default:
      return {
        es: `${former} no respondió a tiempo y pasó a ${owner}`,
        en: `${former} did not answer in time, and it went to ${owner}`,
      };
  }
};

const withReason = (es: string, en: string, reason: string | undefined, agreement: Agreement): Bilingual => {
  const label = reasonLabel({ kind: "rejected", reason }, agreement);
  return label === undefined ? { es, en } : { es: `${es}: «${label.es}»`, en: `${en}: “${label.en}”` };
};
