import type { Agreement } from "../../../contract/agreement.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import type { Lead } from "../../lead/lead.ts";
import { ownerIn } from "../../lead/move-fact.ts";
import { readerIn, sayLongDay } from "../../page/when.ts";
import { sayBecause } from "./because.ts";

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
