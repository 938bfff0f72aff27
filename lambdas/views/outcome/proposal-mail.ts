import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { ProposalStep, StoredProposal } from "../../domain/agreement/proposal/proposal.ts";
import { plural } from "../../domain/text/plural.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { section } from "../mail/block.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";

export interface ProposalTold {
  readonly recipient: Colleague;
  readonly proposal: StoredProposal;
  /** What happened. */
  readonly step: ProposalStep;
  /** What it changes, by sentence. */
  readonly changes: readonly Bilingual[];
  /** The reader signs for a department. */
  readonly isSigner: boolean;
  readonly agreement: Agreement;
  /** Address of the proposal on the board. */
  readonly board: string;
}

const words = {
  es: {
    is: {
      proposed: (who: string) => `${who} propone un cambio del acuerdo`,
      countered: (who: string) => `${who} responde con otra propuesta`,
      signed: (who: string) => `${who} ha firmado el cambio del acuerdo`,
      agreed: () => "Acuerdo firmado por los dos departamentos",
      withdrawn: (who: string) => `${who} ha retirado su propuesta`,
      refused: (who: string) => `${who} ha rechazado la propuesta`,
    },
    hello: (name: string) => `Hola, ${name}:`,
    holds: (number: number, when: string) => `La versión ${number} entra en vigor el ${when}.`,
    needs: "Cambia el acuerdo solo cuando la firman los dos departamentos. Léela, respóndela o fírmala en el tablero.",
    waits: "Falta una firma. La tuya se da en el tablero, con tu segundo factor.",
    reads: "Puedes seguirla en el tablero.",
    over: "El acuerdo sigue como estaba.",
    why: "Por qué",
    reason: "Motivo",
    what: "Qué cambia",
    more: (count: number) => plural(count, "es", { one: "y # cambio más", other: "y # cambios más" }),
    open: "Abrir la propuesta",
  },
  en: {
    is: {
      proposed: (who: string) => `${who} proposes to change the agreement`,
      countered: (who: string) => `${who} answers with another proposal`,
      signed: (who: string) => `${who} has signed the change to the agreement`,
      agreed: () => "The agreement is signed by both departments",
      withdrawn: (who: string) => `${who} has withdrawn their proposal`,
      refused: (who: string) => `${who} has refused the proposal`,
    },
    hello: (name: string) => `Hi ${name},`,
    holds: (number: number, when: string) => `Version ${number} comes into force on ${when}.`,
    needs: "It changes the agreement only once both departments have signed it. Read, answer or sign it on the board.",
    waits: "One signature is missing. You give yours on the board, with your second factor.",
    reads: "You can follow it on the board.",
    over: "The agreement stays as it was.",
    why: "Why",
    reason: "Reason",
    what: "What changes",
    more: (count: number) => plural(count, "en", { one: "and # change more", other: "and # changes more" }),
    open: "Open the proposal",
  },
} as const;

/** More stand on the board. */
const mostChanges = 15;

/** Tells of a step of a proposal: that it was made, answers another one, was signed, is agreed, or is over. */
export const proposalMail = ({
  recipient,
  proposal,
  step,
  changes,
  isSigner,
  agreement,
  board,
}: ProposalTold): Mail => {
  const { language } = recipient;
  const say = words[language];
  const is = step.is === "proposed" && proposal.counters !== undefined ? "countered" : step.is;
  const title = say.is[is](step.byName);
  const shown = changes.slice(0, mostChanges).map((change) => change[language]);
  const rest = changes.length - shown.length;
  return colleagueMail({
    to: recipient,
    agreement,
    subject: `${title}: ${proposal.title}`,
    title,
    blocks: [
      { is: "notice", text: proposal.title },
      {
        is: "paragraph",
        text: `${say.hello(firstNameOf(recipient))} ${nextOf({ step, isSigner, proposal }, recipient, agreement)}`,
      },
      ...section(step.is === "withdrawn" || step.is === "refused" ? say.reason : say.why, [
        proposal.ended !== undefined && proposal.ended.at === step.at ? proposal.ended.reason : proposal.why,
      ]),
      ...section(say.what, [...shown, ...(rest > 0 ? [say.more(rest)] : [])]),
      { is: "button", label: say.open, url: board },
    ],
  });
};

/** What is next for the reader. */
const nextOf = (
  { step, isSigner, proposal }: Pick<ProposalTold, "step" | "isSigner" | "proposal">,
  { language }: Colleague,
  agreement: Agreement,
): string => {
  const say = words[language];
  switch (step.is) {
    case "proposed":
      return isSigner ? say.needs : say.reads;
    case "signed":
      return isSigner ? say.waits : say.reads;
    case "agreed": {
      const { number = 0, since = step.at } = proposal.becomes ?? {};
      return say.holds(number, sayWhen(since, readerIn(language, agreement)));
    }
    case "withdrawn":
    case "refused":
      return say.over;
  }
};
