import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import type { RepNow } from "../../domain/team/rep-now.ts";
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
    subject: (count: string, one: boolean) => `Ventas no da abasto: ${one ? "1 MQL espera" : `${count} MQL esperan`}`,
    title: "Ventas no da abasto",
    notice: (count: string, one: boolean) => (one ? "1 MQL espera comercial" : `${count} MQL esperan comercial`),
    orMore: (count: number) => `más de ${count}`,
    intro: (name: string) =>
      `Hola, ${name}: hay leads cualificados que ningún comercial puede atender ahora en el plazo acordado. Esperan su turno, los más valiosos primero, en vez de caer en manos que no llegan. Se avisa una vez al día como mucho, a marketing y a los responsables de ventas.`,
    team: "Cómo está el equipo",
    rep: (name: string, open: string, week: string) => `${name}: ${open} en sus manos, ${week} esta semana`,
    of: (count: number, most: number) => `${count} de ${most}`,
    help: "Qué ayudaría",
    close: (names: string) =>
      `Contar qué ha sido de los leads aceptados: cada uno que se cierra deja un sitio a ${names}.`,
    week: (names: string) => `Subir los leads por semana de ${names}, si de verdad hay tiempo para más.`,
    nobody: "Revisar ausencias e idiomas, sectores y territorios: hay sitio, pero no para estos leads.",
    slower: "Bajar el ritmo: lo que hoy se capta espera detrás de lo que ya está en la cola.",
  },
  en: {
    subject: (count: string, one: boolean) => `Sales cannot keep up: ${one ? "1 MQL waits" : `${count} MQLs wait`}`,
    title: "Sales cannot keep up",
    notice: (count: string, one: boolean) => (one ? "1 MQL waits for a rep" : `${count} MQLs wait for a rep`),
    orMore: (count: number) => `more than ${count}`,
    intro: (name: string) =>
      `Hi ${name}, there are qualified leads that no rep can take within the agreed time. They wait their turn, the most valuable first, instead of ending up with somebody who cannot get to them. You are told once a day at most, and so are marketing and the managers of sales.`,
    team: "How the team stands",
    rep: (name: string, open: string, week: string) => `${name}: ${open} in hand, ${week} this week`,
    of: (count: number, most: number) => `${count} of ${most}`,
    help: "What would help",
    close: (names: string) => `Saying what became of accepted leads: each one that is closed makes room with ${names}.`,
    week: (names: string) => `Raising the leads a week of ${names}, if there really is time for more.`,
    nobody: "Looking at absences, languages, industries and territories: there is room, but not for these leads.",
    slower: "Slowing down: what is captured today waits behind what is in the queue already.",
  },
} as const;

/** Notifies both sides that MQLs wait because sales has no room, how full everyone is, and what would help. */
export const salesIsFullMail = ({ recipient, waiting, orMore, team, agreement }: SalesIsFull): Mail => {
  const { language } = recipient;
  const say = words[language];
  const count = orMore ? say.orMore(waiting) : String(waiting);
  const isOne = waiting === 1 && !orMore;
  return colleagueMail({
    to: recipient,
    agreement,
    subject: say.subject(count, isOne),
    title: say.title,
    blocks: [
      { is: "notice", text: say.notice(count, isOne) },
      { is: "paragraph", text: say.intro(firstNameOf(recipient)) },
      ...section(
        say.team,
        team.map(({ rep, open, newThisWeek }) =>
          say.rep(rep.name, say.of(open, rep.capacity.openAtMost), say.of(newThisWeek, rep.capacity.newPerWeek)),
        ),
      ),
      ...section(say.help, whatWouldHelp(team, language)),
    ],
  });
};

const whatWouldHelp = (team: readonly RepNow[], language: Language): string[] => {
  const say = words[language];
  const full = team.filter(({ rep, open }) => open >= rep.capacity.openAtMost);
  const hadTheWeek = team.filter(({ rep, newThisWeek }) => newThisWeek >= rep.capacity.newPerWeek);
  const isRoom = team.some((each) => !full.includes(each) && !hadTheWeek.includes(each));
  const names = (reps: readonly RepNow[]) => new Intl.ListFormat(language).format(reps.map(({ rep }) => rep.name));
  return [
    ...(full.length > 0 ? [say.close(names(full))] : []),
    ...(hadTheWeek.length > 0 ? [say.week(names(hadTheWeek))] : []),
    ...(isRoom ? [say.nobody] : []),
    say.slower,
  ];
};
