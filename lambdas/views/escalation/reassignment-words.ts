import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { WhyReassign } from "../../domain/escalation/why-reassign.ts";
import type { FollowUp } from "../../domain/lead/lead.ts";
import { awayAt, sayAway, todayOf } from "../../domain/team/availability.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";

/** The former owner, and why the lead is reassigned: they are away, never got the hand-off, or did not answer in time. */
export const sayWhyReassigned = (
  owner: Owner,
  followUp: FollowUp,
  because: WhyReassign["because"],
  agreement: Agreement,
  now: string,
): Bilingual => {
  if (because === "unreachable")
    return {
      es: `El servicio de correo rechazó el correo a ${owner.name}, que no ha sabido del lead`,
      en: `The mail service refused the e-mail to ${owner.name}, who has not heard of the lead`,
    };
  const away = awayAt(owner, agreement, now);
  if (away === undefined)
    return {
      es: `${owner.name} no respondió en plazo: venció el ${sayWhen(followUp.dueAt, readerIn("es", agreement))}`,
      en: `${owner.name} did not answer on time: the deadline was ${sayWhen(followUp.dueAt, readerIn("en", agreement))}`,
    };
  const { es, en } = sayAway(owner.name, away, todayOf(owner, agreement, now));
  return { es: `${es}, y era responsable del lead`, en: `${en}, and owned the lead` };
};

/** The lead of an owner who has left, which no rep can take. */
export const saySteppedIn = ({ name }: Pick<Colleague, "name">): Bilingual => ({
  es: `Nadie más del equipo puede atenderlo ahora: se asigna a ${name}`,
  en: `Nobody else on the team can take the lead now: assigned to ${name}`,
});

export const sayNobodyElse: Bilingual = {
  es: "Nadie más puede atenderlo ahora: no cambia de responsable y se volverá a intentar",
  en: "Nobody else can take the lead now: the owner stays the same and we will try again",
};
