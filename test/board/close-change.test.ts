import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { putPack, readVerdicts } from "../../lambdas/adapters/dynamo-meetings.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { storeTrial } from "../../lambdas/adapters/dynamo-trials.ts";
import { readVersionMarks } from "../../lambdas/adapters/dynamo-version-marks.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { StoredProposal } from "../../lambdas/domain/agreement/proposal/proposal.ts";
import { askedTrial } from "../../lambdas/domain/agreement/trial/job.ts";
import { readOpenChanges } from "../../lambdas/meeting/open-changes.ts";
import { packOf } from "../../lambdas/views/meeting/pack-of.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { someFigures } from "../builders/figures.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { noTalk } from "../builders/pack.ts";
import { posted } from "../twin/board-requests.ts";
import { asking } from "./asking.ts";

const week = "2026-W48";
const agreement = anAgreement();
const others = [{ goals: { wonPerQuarter: 20 } }, { goals: { wonPerQuarter: 21 } }, { goals: { wonPerQuarter: 22 } }];

/** Three versions in force, and a fourth that holds tomorrow. */
const aTable = async () => {
  const table = dynamoTwin();
  const versions = [agreement, ...others.map((terms, i) => anAgreement(terms, { version: `v-${i}` }))];
  for (const [i, { version, terms }] of versions.entries()) {
    const since = daysFromNow(10 * i - 29);
    const item = { ...keys.agreementVersion(since), version, since, terms: gzipSync(JSON.stringify(terms)) };
    await transact(table, [put(table, "version", item, isNew)]);
  }
  const figures = someFigures();
  await putPack(table, packOf({ ...noTalk, week, figures, capacity: 9, agreement, now: figures.asOf }));
  return table;
};
type Table = Awaited<ReturnType<typeof aTable>>;

const close = async (table: Table, number: string, body: object, { role = "manager", of = week } = {}) => {
  const user = role === "rep" ? ({ user: "ana", role: "rep" } as const) : ({ user: "olga", role: "manager" } as const);
  const deps = { table, agreement, now: () => now };
  return (await posted(deps, user, `meetings/${of}/changes/${number}`, body)).statusCode;
};
const trialsIn = async (table: Table) => (await openIn(table)).map(({ trial }) => trial);
const openIn = async (table: Table) => readOpenChanges(table, await readVersionMarks(table), now);

describe("a change of the agreement that the meeting closes", () => {
  it("is open until then, and afterwards in the history alone, with what was said last", async () => {
    const table = await aTable();
    expect((await openIn(table)).map(({ mark, until }) => [mark.number, until])).toEqual([
      [3, undefined],
      [2, daysFromNow(-9)],
    ]);
    expect((await openIn(table))[0]?.changes[0]?.en).toBe("New customers per quarter: was 20, is now 21");

    expect(await close(table, "3", { closed: true, verdict: "Lo dijo Inés" })).toBe(200);
    expect(await close(table, "3", { closed: true, verdict: " Se queda " })).toBe(200);
    expect(await readVerdicts(table)).toEqual([
      { number: 3, week, verdict: "Se queda", closedBy: "olga", closedAt: now },
    ]);
    expect(JSON.stringify(table.items())).not.toContain("Inés");
    expect((await openIn(table)).map(({ mark }) => mark.number)).toEqual([2]);

    const { body } = await asking(table)("manager", "agreement");
    expect(
      body.versions.map((version: { number: number; closed?: object }) => [version.number, version.closed]),
    ).toEqual([
      [4, undefined],
      [3, { week, verdict: "Se queda", by: "olga", at: now }],
      [2, undefined],
      [1, undefined],
    ]);
  });

  it("is called as it was proposed, and the history says by whom, why, and who signed", async () => {
    const table = await aTable();
    const base = { number: 1, version: agreement.version, since: daysFromNow(-29) };
    const signed = (department: "marketing" | "sales", name: string) => ({
      ...{ department, by: name.toLowerCase(), name, at: daysFromNow(-20), version: "v-0" },
    });
    const proposal: StoredProposal = {
      ...{ proposalId: "p-2", state: "agreed", origin: "board", title: "Más ventas", why: "Cabemos", by: "irene" },
      ...{ byName: "Irene Salas", at: daysFromNow(-21), base, version: "v-0", counteredBy: [] },
      signatures: [signed("marketing", "Irene"), signed("sales", "Elena")],
      becomes: { number: 2, version: "v-0", since: daysFromNow(-19) },
      ...{ termsId: "t", baseTermsId: "t-before", steps: [], turn: 0, revision: 1 },
    };
    const open: StoredProposal = { ...proposal, proposalId: "p-3", state: "open", becomes: undefined };
    for (const each of [proposal, open])
      await transact(table, [put(table, "proposal", { ...keys.proposal(each.proposalId), ...each }, isNew)]);

    expect((await openIn(table)).map(({ mark, title }) => [mark.number, title])).toEqual([
      [3, undefined],
      [2, "Más ventas"],
    ]);

    const asked = {
      proposalId: "p-2",
      version: "v-0",
      termsId: "t",
      by: "irene",
      at: daysFromNow(-21),
      timeZone: "UTC",
    };
    expect(await trialsIn(table)).toEqual([undefined, undefined]);
    await storeTrial(table, undefined, { ...askedTrial(undefined, asked), state: "done", endedAt: now });
    expect(await trialsIn(table)).toEqual([undefined, expect.objectContaining({ judged: 0 })]);
    // Other terms were tried than were signed.
    const other = { ...asked, proposalId: "p-3", version: "v-9" };
    await storeTrial(table, undefined, { ...askedTrial(undefined, other), state: "done", endedAt: now });
    const becomes = { number: 3, version: "v-1", since: daysFromNow(-9) };
    const renamed: StoredProposal = { ...proposal, proposalId: "p-3", version: "v-1", becomes };
    await transact(table, [put(table, "proposal", { ...keys.proposal("p-3"), ...renamed })]);
    expect((await trialsIn(table))[0]).toBeUndefined();

    const { body } = await asking(table)("rep", "agreement");
    expect(body.versions[2].agreed).toEqual({
      ...{ proposalId: "p-2", title: "Más ventas", why: "Cabemos", byName: "Irene Salas" },
      signatures: [
        { department: "marketing", name: "Irene", at: daysFromNow(-20) },
        { department: "sales", name: "Elena", at: daysFromNow(-20) },
      ],
    });
    expect(body.versions[0]).not.toHaveProperty("agreed");
  });

  it.each([
    ["a rep", "2", { closed: true, verdict: "Sí" }, { role: "rep" }, 403],
    ["no words", "2", { closed: true, verdict: " " }, {}, 422],
    ["open again", "2", { closed: false, verdict: "No" }, {}, 422],
    ["a version that there is not", "9", { closed: true, verdict: "Sí" }, {}, 404],
    ["a version that does not hold yet", "4", { closed: true, verdict: "Sí" }, {}, 404],
    ["no number", "2.5", { closed: true, verdict: "Sí" }, {}, 404],
    ["a week without a meeting", "2", { closed: true, verdict: "Sí" }, { of: "2026-W40" }, 404],
  ] as const)("is not closed by %s", async (_, number, body, how, status) => {
    const table = await aTable();
    expect([await close(table, number, body, how), await readVerdicts(table)]).toEqual([status, []]);
  });
});
