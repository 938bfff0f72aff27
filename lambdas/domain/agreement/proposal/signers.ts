import * as z from "zod/mini";
import type { AgreementTerms, Colleague } from "../../../contract/agreement.ts";
import type { Signer } from "../../../contract/room.ts";
import { type Department, DepartmentSchema } from "../../../contract/stages.ts";
import { droppable } from "../../../contract/start-light.ts";

/** Those of the team who may sign an agreement: all but the reps. */
export const signersIn = ({ marketing, director, managers }: AgreementTerms["team"]): readonly Colleague[] => [
  marketing,
  director,
  ...managers,
];

/** Id of the colleague whom these terms name to sign for the department. */
export const signerOf = (department: Department, { signers, team }: Pick<AgreementTerms, "signers" | "team">): string =>
  signers?.[department] ?? (department === "marketing" ? team.marketing.id : team.director.id);

const replacement = () =>
  z.object({
    id: z.string(),
    /** Who was named, and has left. */
    replaces: z.string(),
    by: z.string(),
    at: z.string(),
    why: z.string(),
  });

/** Whom operations have named in place of a signer, and whom before. */
export const StandInSchema = /* @__PURE__ */ droppable(() =>
  z.extend(replacement(), { department: DepartmentSchema, earlier: z.array(replacement()) }),
);
export type StandIn = z.infer<typeof StandInSchema>;

/**
 * Who signs now: whom the version in force names, or who stands in for them. A stand-in is one for the colleague who was
 * named then, and for as long as they are of the team themselves.
 */
export const signersNow = (terms: AgreementTerms, standIns: readonly StandIn[]): readonly Signer[] =>
  DepartmentSchema.options.map((department): Signer => {
    const named = signerOf(department, terms);
    const team = signersIn(terms.team);
    const nameOf = (id: string): string => team.find((each) => each.id === id)?.name ?? id;
    const standIn = standIns.find((each) => each.department === department && each.replaces === named);
    if (standIn === undefined || !team.some(({ id }) => id === standIn.id))
      return { department, id: named, name: nameOf(named) };
    const { id, replaces, by, at, why } = standIn;
    return { department, id, name: nameOf(id), replaces: { id: replaces, by, at, why } };
  });

/** Why operations cannot name them, or whom they name now. */
export type Replaced =
  | { readonly is: "named"; readonly standIn: StandIn }
  | { readonly is: "already" }
  | { readonly is: "refused"; readonly because: "not-of-the-team" | "signs-for-the-other" };

/** Names somebody in place of a signer who has left. */
export const replaceSigner = (
  terms: AgreementTerms,
  standIns: readonly StandIn[],
  wish: {
    readonly department: Department;
    readonly id: string;
    readonly by: string;
    readonly at: string;
    readonly why: string;
  },
): Replaced => {
  const { department, id, by, at, why } = wish;
  const signers = signersNow(terms, standIns);
  if (signers.some((signer) => signer.department === department && signer.id === id)) return { is: "already" };
  if (!signersIn(terms.team).some((each) => each.id === id)) return { is: "refused", because: "not-of-the-team" };
  if (signers.some((signer) => signer.id === id)) return { is: "refused", because: "signs-for-the-other" };
  const before = standIns.find((each) => each.department === department);
  const earlier = before === undefined ? [] : [...before.earlier, withoutEarlier(before)];
  return {
    is: "named",
    standIn: {
      department,
      id,
      replaces: signerOf(department, terms),
      by,
      at,
      why,
      earlier: earlier.slice(-mostEarlier),
    },
  };
};

const mostEarlier = 50;

const withoutEarlier = ({ id, replaces, by, at, why }: StandIn): StandIn["earlier"][number] => ({
  id,
  replaces,
  by,
  at,
  why,
});
