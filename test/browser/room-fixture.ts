/** The negotiation room by its contract, in memory: the rules of texts are the real ones, those of proposals are not. */
import { readFileSync } from "node:fs";
import { changesBetween } from "../../lambdas/agreement/agreement-changes.ts";
import { checkAgreement } from "../../lambdas/agreement/check-agreement.ts";
import { compileAgreement } from "../../lambdas/agreement/compile-agreement.ts";
import { explainForBoard } from "../../lambdas/agreement/explain/explain-page.ts";
import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import type { Proposal, ProposalView, RoomView, Signer, TermsChanges } from "../../lambdas/contract/room.ts";
import type { TrialView } from "../../lambdas/contract/trial.ts";

export const shippedText = readFileSync("agreement.yaml", "utf8");

const termsOf = (text: string): AgreementTerms => {
  const checked = checkAgreement(text, "agreement.yaml");
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join("; "));
  return checked.terms;
};

const changesOf = (before: string, after: string): TermsChanges => {
  const [was, is] = [termsOf(before), termsOf(after)];
  const [old, now] = [explainForBoard({ terms: was }), explainForBoard({ terms: is })];
  const differ = (title: string) =>
    JSON.stringify(old.find((each) => each.title.en === title)) !==
    JSON.stringify(now.find((each) => each.title.en === title));
  return {
    version: compileAgreement(is).version,
    changes: changesBetween(was, is),
    before: old.filter(({ title }) => differ(title.en)),
    after: now.filter(({ title }) => differ(title.en)),
    byDeployment: [],
  };
};

const version = (text: string) => compileAgreement(termsOf(text)).version;

interface Posted {
  readonly text: string;
  readonly title: string;
  readonly why: string;
  readonly from?: string;
  readonly counters?: string;
  readonly version: string;
  readonly reason: string;
}

export const roomFixture = (now: string) => {
  const inForce = { number: 7, version: version(shippedText), since: "2026-03-02T08:00:00.000Z" };
  const signers: Signer[] = [
    { department: "marketing", id: "irene", name: "Irene Salas" },
    { department: "sales", id: "elena", name: "Elena Vidal" },
  ];
  const proposals = new Map<string, { proposal: Proposal; text: string }>();
  const state = {
    /** Signatures ask for a fresh sign-in. */
    signInAgain: false,
    /** The next signature finds other terms. */
    changed: false,
    /** What was asked for, and what was said of the trial. */
    posted: [] as string[],
    trial: undefined as TrialView["trial"],
  };

  const add = (text: string, about: Partial<Proposal> & Pick<Proposal, "title" | "why">): string => {
    const proposalId = `proposal-${proposals.size + 1}`;
    const proposal: Proposal = {
      proposalId,
      state: "open",
      origin: "board",
      by: "irene",
      byName: "Irene Salas",
      at: now,
      base: inForce,
      version: version(text),
      signatures: [],
      counteredBy: [],
      ...about,
    };
    proposals.set(proposalId, { proposal, text });
    return proposalId;
  };
  const change = (proposalId: string, to: Partial<Proposal>): void => {
    const found = proposals.get(proposalId);
    if (found !== undefined) proposals.set(proposalId, { ...found, proposal: { ...found.proposal, ...to } });
  };

  const room = (): RoomView => ({
    asOf: now,
    inForce,
    next: undefined,
    signers,
    proposals: [...proposals.values()].map(({ proposal }) => proposal).reverse(),
    more: false,
    versions: [
      { number: 6, version: "0d1f6a53c2ab", since: "2026-02-16T08:00:00.000Z" },
      { number: 5, version: "9b2c11e7f004", since: "2026-01-12T08:00:00.000Z" },
    ],
  });
  const view = (proposalId: string): ProposalView | undefined => {
    const found = proposals.get(proposalId);
    if (found === undefined) return undefined;
    const isOpen = found.proposal.state === "open";
    return {
      ...found,
      changes: changesOf(shippedText, found.text),
      may: isOpen ? ["sign", "counter", "refuse", "withdraw", "try"] : [],
      signers,
      inForce,
    };
  };
  const sign = (proposalId: string, asked: string) => {
    if (state.signInAgain) return { status: 401, json: { title: "Sign in again", code: "sign-in-again" } };
    if (state.changed || asked !== proposals.get(proposalId)?.proposal.version)
      return { status: 409, json: { title: "Changed" } };
    const signature = { department: "marketing", by: "irene", name: "Irene Salas", at: now, version: asked } as const;
    change(proposalId, { signatures: [signature] });
    return { status: 200, json: view(proposalId) };
  };
  const check = (text: string) => {
    const checked = checkAgreement(text, "agreement.yaml");
    return checked.ok
      ? { problems: [], changes: changesOf(shippedText, text) }
      : { problems: checked.problems.map(({ file: _, ...problem }) => problem) };
  };
  const post = (path: string, body: Posted) => {
    state.posted.push(path);
    const [, id = "", deed = ""] = path.split("/");
    if (path === "proposals/check") return { status: 200, json: check(body.text) };
    if (path === "proposals/signers") return { status: 200, json: room() };
    if (path === "proposals") {
      const { problems } = check(body.text);
      if (problems.length > 0) return { status: 200, json: { problems } };
      const { text, title, why, from, counters } = body;
      return { status: 200, json: { proposalId: add(text, { title, why, from, counters }), problems } };
    }
    if (deed === "sign") return sign(id, body.version);
    if (deed === "try") {
      state.trial = {
        state: "running",
        weeks: 13,
        askedAt: now,
        by: "irene",
        version: proposals.get(id)?.proposal.version ?? "",
        progress: { done: 300, of: 1000 },
      };
      return { status: 200, json: { proposalId: id, trial: state.trial } };
    }
    const ended = { by: "irene", byName: "Irene Salas", at: now, reason: body.reason };
    change(id, { state: deed === "refuse" ? "refused" : "withdrawn", ended });
    return { status: 200, json: view(id) };
  };
  const get = (path: string) => {
    const [asked = "", query = ""] = path.split("?");
    const [, id, part] = asked.split("/");
    if (id === undefined) return room();
    if (id === "draft") {
      const from = Number(new URLSearchParams(query).get("from") ?? inForce.number);
      return { base: { ...inForce, number: from }, text: shippedText };
    }
    return part === "trial" ? { proposalId: id, trial: state.trial } : view(id);
  };
  const ask = async (method: "GET" | "POST", path: string, body?: object) => {
    if (method === "POST") return post(path, Object(body));
    const json = get(path);
    return json === undefined ? { status: 404, json: { title: "Not found" } } : { status: 200, json };
  };
  return { ask, add, change, state, view };
};
