import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { addressHash } from "../nurture/suppression.ts";

/** Someone who reads the pack. */
export interface Reader {
  /** The colleague's, or made of the address of one whom the agreement names by address only. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Both teams of the agreement, and the other attendees; each once. */
export const readersOf = (agreement: Agreement): Reader[] => {
  const { team, weeklyMeeting } = agreement.terms;
  const colleagues = [team.director, team.marketing, ...team.managers, ...team.reps].map(
    ({ id, name, email, language }): Reader => ({ id, name, email: email.toLowerCase(), language }),
  );
  const all = [...colleagues, ...weeklyMeeting.attendees.map((email) => readerAt(email, colleagues, agreement))];
  return [...new Map(all.reverse().map((reader) => [reader.email, reader])).values()].reverse();
};

/** The colleague with this address. */
export const readerAt = (email: string, known: readonly Reader[], { terms }: Agreement): Reader => {
  const address = email.toLowerCase();
  const colleague = known.find((reader) => reader.email === address);
  const language = terms.company.languages[0] ?? "es";
  return colleague ?? { id: addressHash(address).slice(0, 16), name: email, email: address, language };
};
