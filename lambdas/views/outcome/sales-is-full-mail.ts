import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import type { RepNow } from "../../domain/team/rep-now.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayNumber } from "../../domain/text/say-number.ts";
import { section } from "../mail/block.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";

export interface SalesIsFull {
  readonly recipient: Colleague;
  /** MQLs that wait for a rep now. */
  readonly waiting: number;
  /** There may be more of them than were counted. */
  readonly orMore: boolean;
  readonly team: readonly RepNow[];
  readonly agreement: Agreement;
}

const words = {
  es: {
    subject: (waiting: string) => `Ventas no da abasto: ${waiting}`,
    title: "Ventas no da abasto",
    waiting: (count: number) =>
      plural(count, "es", { one: "# MQL sin comercial asignado", other: "# MQL sin comercial asignado" }),
    orMore: (count: string) => `más de ${count} MQL sin comercial asignado`,
    intro: (name: string) =>
      `Hola, ${name}: hay leads cualificados que ningún comercial puede atender ahora en el plazo acordado. Esperan su turno, primero los de más valor, en lugar de asignarse a alguien que no llegaría a atenderlos. Este aviso se envía como máximo una vez al día, a marketing y a los responsables de ventas.`,
    team: "El equipo ahora mismo",
    rep: (name: string, open: string, week: string) => `${name}: ${open} abiertos, ${week} esta semana`,
    of: (count: string, most: string) => `${count} de ${most}`,
    help: "Qué ayudaría",
    close: (names: string) =>
      `Registrar el resultado de los leads aceptados: cada uno que se cierra libera capacidad de ${names}.`,
    week: (names: string) => `Subir los leads por semana de ${names}, si de verdad hay tiempo para más.`,
    nobody: "Revisar ausencias, idiomas, sectores y zonas: hay capacidad, pero no para estos leads.",
    slower: "Bajar el ritmo: lo que se capte hoy esperará detrás de lo que ya está en la cola.",
  },
  en: {
    subject: (waiting: string) => `Sales cannot keep up: ${waiting}`,
    title: "Sales cannot keep up",
    waiting: (count: number) => plural(count, "en", { one: "# MQL without a rep", other: "# MQLs without a rep" }),
    orMore: (count: string) => `more than ${count} MQLs without a rep`,
    intro: (name: string) =>
      `Hi ${name}, there are qualified leads that no rep can take within the agreed time. They wait their turn, the most valuable first, instead of ending up with somebody who cannot get to them. This notice is sent at most once a day, to marketing and the sales managers.`,
    team: "The team right now",
    rep: (name: string, open: string, week: string) => `${name}: ${open} open, ${week} this week`,
    of: (count: string, most: string) => `${count} of ${most}`,
    help: "What would help",
    close: (names: string) =>
      `Recording the outcome of accepted leads: each one that is closed frees capacity for ${names}.`,
    week: (names: string) => `Raising the weekly leads of ${names}, if there really is time for more.`,
    nobody: "Reviewing absences, languages, industries and territories: there is capacity, but not for these leads.",
    slower: "Slowing down: leads captured today will wait behind those already in the queue.",
  },
} as const;

/** Notifies both sides that MQLs wait because sales has no room, how full everyone is, and what would help. */
export const salesIsFullMail = ({ recipient, waiting, orMore, team, agreement }: SalesIsFull): Mail => {
  const { language } = recipient;
  const say = words[language];
  const number = (count: number) => sayNumber(count, language);
  const of = (count: number, most: number) => say.of(number(count), number(most));
  const mqls = orMore ? say.orMore(number(waiting)) : say.waiting(waiting);
  return colleagueMail({
    to: recipient,
    agreement,
    subject: say.subject(mqls),
    title: say.title,
    blocks: [
      { is: "notice", text: `${mqls.charAt(0).toUpperCase()}${mqls.slice(1)}` },
      { is: "paragraph", text: say.intro(firstNameOf(recipient)) },
      ...section(
        say.team,
        team.map(({ rep, open, newThisWeek, newAtMost }) =>
          say.rep(rep.name, of(open, rep.capacity.openAtMost), of(newThisWeek, newAtMost)),
        ),
      ),
      ...section(say.help, whatWouldHelp(team, language)),
    ],
  });
};

const whatWouldHelp = (team: readonly RepNow[], language: Language): string[] => {
  const say = words[language];
  const full = team.filter(({ rep, open }) => open >= rep.capacity.openAtMost);
  const hadTheWeek = team.filter(({ newThisWeek, newAtMost }) => newThisWeek >= newAtMost);
  const isRoom = team.some((each) => !full.includes(each) && !hadTheWeek.includes(each));
  const names = (reps: readonly RepNow[]) => new Intl.ListFormat(language).format(reps.map(({ rep }) => rep.name));
  return [
    ...(full.length > 0 ? [say.close(names(full))] : []),
    ...(hadTheWeek.length > 0 ? [say.week(names(hadTheWeek))] : []),
    ...(isRoom ? [say.nobody] : []),
    say.slower,
  ];
};
