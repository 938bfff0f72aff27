import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { FollowUp } from "../../domain/lead/lead.ts";
import { awayAt, sayAway, todayOf } from "../../domain/team/availability.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";

/** The former owner, and why the lead is reassigned: they are away, or did not answer in time. */
export const sayWhyReassigned = (owner: Owner, followUp: FollowUp, agreement: Agreement, now: string): Bilingual => {
  const away = awayAt(owner, agreement, now);
  if (away === undefined)
    return {
      es: `${owner.name} no respondió a tiempo: el plazo terminó el ${sayWhen(followUp.dueAt, readerIn("es", agreement))}`,
      en: `${owner.name} did not answer in time: it was up on ${sayWhen(followUp.dueAt, readerIn("en", agreement))}`,
    };
  const { es, en } = sayAway(owner.name, away, todayOf(owner, agreement, now));
  return { es: `${es}, y el lead era suyo`, en: `${en}, and the lead was theirs` };
};

/** The lead of an owner who has left, which no rep can take. */
export const saySteppedIn = ({ name }: Pick<Colleague, "name">): Bilingual => ({
  es: `Ninguna otra persona del equipo puede atenderlo ahora: lo recibe ${name}`,
  en: `Nobody else on the team can take it now: ${name} gets it`,
});

export const sayNobodyElse: Bilingual = {
  es: "Nadie más puede atenderlo ahora: se queda donde está y se vuelve a intentar",
  en: "Nobody else can take it now: it stays where it is, and is tried again",
};
