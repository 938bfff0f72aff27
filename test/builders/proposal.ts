import { propose, type StoredProposal, type Wish } from "../../lambdas/domain/agreement/proposal/proposal.ts";
import { now } from "./now.ts";

export const firstVersion = { number: 1, version: "aaaaaaaaaaaa", since: "2026-01-01T00:00:00.000Z" } as const;

/** Proposed by marketing, on the first version. */
export const aProposal = (changes: Partial<Wish> = {}): StoredProposal =>
  propose({
    proposalId: "20260310100000000-a",
    origin: "board",
    title: "40 -> 35",
    why: "Half of the won ones had less.",
    by: "marketing",
    byName: "Carla Paz",
    at: now,
    base: firstVersion,
    version: "bbbbbbbbbbbb",
    termsId: "terms-b",
    baseTermsId: "terms-a",
    ...changes,
  });
