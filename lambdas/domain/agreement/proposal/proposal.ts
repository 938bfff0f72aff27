import * as z from "zod/mini";
import {
  type InForceVersion,
  type Proposal,
  ProposalSchema,
  type ProposalState,
  type Signature,
  type Signer,
} from "../../../contract/room.ts";
import type { Department } from "../../../contract/stages.ts";
import { DepartmentSchema } from "../../../contract/stages.ts";
import { droppable } from "../../../contract/start-light.ts";
import type { BoardUser } from "../../board/board-user.ts";
import type { WorkingCalendar } from "../../working-time/calendar.ts";
import { holdsFrom } from "./holds-from.ts";

/** What happened to a proposal, and is told to those who sign it and to who proposed it. */
const StepSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    is: z.enum(["proposed", "signed", "agreed", "withdrawn", "refused"]),
    by: z.string(),
    byName: z.string(),
    at: z.string(),
  }),
);
export type ProposalStep = z.infer<typeof StepSchema>;

/** A proposal as it is kept. `outdated` is kept nowhere: it comes of which version is in force. */
export const StoredProposalSchema = /* @__PURE__ */ droppable(() =>
  z.extend(ProposalSchema, {
    /** Where the proposed terms are, and those of the version that it changes. */
    termsId: z.string(),
    baseTermsId: z.string(),
    steps: z.array(StepSchema),
    /** How many steps there are: each of them is told. */
    turn: z.int(),
    /** Goes up with each write, and is the condition of the next one. */
    revision: z.int(),
  }),
);
export type StoredProposal = z.infer<typeof StoredProposalSchema>;

/** What decides what can be done with a proposal now. */
export interface Situation {
  /** The version that holds now. */
  readonly inForce: InForceVersion;
  /** Signed by both, and not holding yet. */
  readonly next?: InForceVersion | undefined;
  readonly signers: readonly Signer[];
}

export const stateOf = ({ state, base }: StoredProposal, { inForce }: Pick<Situation, "inForce">): ProposalState =>
  state === "open" && base.number !== inForce.number ? "outdated" : state;

/** The proposal as the board shows it. */
export const shown = (kept: StoredProposal, situation: Pick<Situation, "inForce">): Proposal => {
  const { termsId: _, baseTermsId: __, steps: ___, turn: ____, revision: _____, ...proposal } = kept;
  return { ...proposal, state: stateOf(kept, situation) };
};

/** What somebody wants the agreement to be. */
export type Wish = Pick<
  StoredProposal,
  "proposalId" | "origin" | "title" | "why" | "by" | "byName" | "at" | "base" | "version" | "termsId" | "baseTermsId"
> &
  Partial<Pick<StoredProposal, "from" | "counters" | "decision">>;

export const propose = (wish: Wish): StoredProposal => ({
  ...wish,
  state: "open",
  signatures: [],
  counteredBy: [],
  steps: [stepOf("proposed", wish)],
  turn: 1,
  revision: 1,
});

/** The proposal that the other one answers: it stays open. */
export const countered = (kept: StoredProposal, by: string): StoredProposal =>
  changed({ ...kept, counteredBy: [...kept.counteredBy, by] });

/** Who negotiates: reps and operations read. */
export const mayNegotiate = ({ role }: Pick<BoardUser, "role">): boolean => role === "marketing" || role === "manager";

type Deed = "counter" | "withdraw" | "refuse" | "sign" | "try";

/** What the user may do with the proposal now. A proposal is withdrawn by who made it, and refused by anybody else. */
export const mayDo = (user: BoardUser, kept: StoredProposal, situation: Situation): Deed[] => {
  if (!mayNegotiate(user) || stateOf(kept, situation) !== "open") return [];
  const signing = signingOf(user, kept, situation);
  return [
    "counter",
    kept.by === user.user ? "withdraw" : "refuse",
    ...(signing.is === "may" ? (["sign"] as const) : []),
    "try",
  ];
};

interface Ending {
  readonly how: "withdrawn" | "refused";
  readonly user: BoardUser;
  readonly name: string;
  readonly reason: string;
  readonly at: string;
}

export type Ended =
  | { readonly is: "ended"; readonly proposal: StoredProposal }
  /** The same person has ended it in the same way before. */
  | { readonly is: "already" }
  | { readonly is: "refused"; readonly because: "not-open" | "not-yours" | "yours" };

/** Withdrawn by who made it, or refused by another one, for a reason that stays. */
export const end = (kept: StoredProposal, { how, user, name, reason, at }: Ending, situation: Situation): Ended => {
  if (kept.state === how && kept.ended?.by === user.user && kept.ended.reason === reason) return { is: "already" };
  if (stateOf(kept, situation) !== "open") return { is: "refused", because: "not-open" };
  const isOwn = kept.by === user.user;
  if (how === "withdrawn" && !isOwn) return { is: "refused", because: "not-yours" };
  if (how === "refused" && isOwn) return { is: "refused", because: "yours" };
  const by = { by: user.user, byName: name, at };
  return { is: "ended", proposal: told({ ...kept, state: how, ended: { ...by, reason } }, stepOf(how, by)) };
};

export type WhyNotSigned =
  /** Nobody whom the version in force names. */
  | "not-a-signer"
  /** Somebody else has signed for the department, who was named before. */
  | "signed-for"
  /** They have signed for the other department. */
  | "signs-for-both"
  /** Withdrawn, refused or agreed. */
  | "not-open"
  | "outdated"
  /** Another version is signed, and does not hold yet. */
  | "another-comes"
  /** These are not the terms that they had before them. */
  | "changed";

type Signing =
  | { readonly is: "may"; readonly department: Department }
  | { readonly is: "already" }
  | { readonly is: "refused"; readonly because: WhyNotSigned };

const refusing = (because: WhyNotSigned) => ({ is: "refused", because }) as const;

/** Whether, and for whom, the user can sign now. */
const signingOf = (user: BoardUser, kept: StoredProposal, situation: Situation): Signing => {
  const own = kept.signatures.find(({ by }) => by === user.colleagueId);
  const signer = situation.signers.find(({ id }) => id === user.colleagueId);
  const isOver = kept.state === "withdrawn" || kept.state === "refused";
  if (own !== undefined && !isOver && (signer === undefined || signer.department === own.department))
    return { is: "already" };
  if (kept.state !== "open") return refusing("not-open");
  if (stateOf(kept, situation) === "outdated") return refusing("outdated");
  if (signer === undefined || !mayNegotiate(user)) return refusing("not-a-signer");
  if (own !== undefined) return refusing("signs-for-both");
  if (kept.signatures.some(({ department }) => department === signer.department)) return refusing("signed-for");
  if (situation.next !== undefined) return refusing("another-comes");
  return { is: "may", department: signer.department };
};

export type Signed =
  | { readonly is: "signed"; readonly proposal: StoredProposal }
  /** Both have: it becomes this version. */
  | { readonly is: "agreed"; readonly proposal: StoredProposal; readonly becomes: InForceVersion }
  /** The user has signed it before. */
  | { readonly is: "already" }
  | { readonly is: "refused"; readonly because: WhyNotSigned };

interface Pen {
  readonly user: BoardUser;
  readonly name: string;
  /** The hash of the terms that the signer has before them. */
  readonly version: string;
  readonly at: string;
}

/** @param calendar the company's, by the version in force */
export const sign = (kept: StoredProposal, pen: Pen, situation: Situation, calendar: WorkingCalendar): Signed => {
  if (pen.version !== kept.version) return refusing("changed");
  const signing = signingOf(pen.user, kept, situation);
  if (signing.is !== "may") return signing;
  const { department } = signing;
  const by = { by: pen.user.user, byName: pen.name, at: pen.at };
  const signature: Signature = { department, by: by.by, name: pen.name, at: pen.at, version: pen.version };
  const signatures = [...kept.signatures, signature];
  if (!DepartmentSchema.options.every((each) => signatures.some((given) => given.department === each)))
    return { is: "signed", proposal: told({ ...kept, signatures }, stepOf("signed", by)) };
  const becomes: InForceVersion = {
    number: situation.inForce.number + 1,
    version: kept.version,
    since: holdsFrom(pen.at, kept.from, calendar),
  };
  const proposal = told({ ...kept, state: "agreed", signatures, becomes }, stepOf("agreed", by));
  return { is: "agreed", proposal, becomes };
};

const stepOf = (is: ProposalStep["is"], { by, byName, at }: Omit<ProposalStep, "is">): ProposalStep => ({
  is,
  by,
  byName,
  at,
});

const changed = (proposal: StoredProposal): StoredProposal => ({ ...proposal, revision: proposal.revision + 1 });

const told = (proposal: StoredProposal, step: ProposalStep): StoredProposal => {
  const steps = [...proposal.steps, step];
  return changed({ ...proposal, steps, turn: steps.length });
};
