import { expect, it } from "vitest";
import { flaggedInVain } from "../../lambdas/adapters/dynamo-attention.ts";
import { readErasures } from "../../lambdas/adapters/dynamo-erasure.ts";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { claimMessage } from "../../lambdas/adapters/dynamo-messages.ts";
import { readOrphans } from "../../lambdas/adapters/dynamo-sweep.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { intakeRepChange } from "../../lambdas/team/intake-rep-change.ts";
import { sweep, sweepRounds } from "../../lambdas/wake/sweep.ts";
import { dynamoTwin, type Twin, type TwinRequest } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { copyOf } from "../twin/lives.ts";

const agreement = anAgreement();
const minute = (count: number) => new Date(Date.parse(daysFromNow(0.1)) + count * 60_000).toISOString();
const mail = { leadId: "waits-for-its-mail", cycle: 1, purpose: "hand-off", step: "luis.0" } as const;

/** A table on which each round of the sweep has something to do. */
const muchToDo = async (): Promise<Twin> => {
  const table = dynamoTwin();
  const ofLuis = { followUp: { ownerId: "luis" } };
  const leads = [
    aLead("nurturing", { leadId: "overdue", nextDueAt: now }),
    aLead("nurturing", { leadId: "overdue-too", nextDueAt: now }),
    aLead("handed-off", { leadId: "of-ana-who-is-away" }),
    aLead("assigned", { leadId: "another-of-ana" }),
    aLead("nurturing", { leadId: "journey-stopped" }),
    aLead("handed-off", { leadId: "of-somebody-gone", followUp: { ownerId: "somebody-gone" } }),
    aLead("accepted", { leadId: "another-of-somebody-gone", followUp: { ownerId: "somebody-gone" } }),
    aLead("assigned", { leadId: mail.leadId, ...ofLuis }),
    aLead("won", { leadId: "flagged-in-vain", needsAttention: { error: "TypeError", at: now } }),
  ];
  for (const lead of leads) await transact(table, [put(table, "lead", leadItem(lead))]);
  await claimMessage(table, mail, undefined, [], { at: now, settlesAt: daysFromNow(0.01) });
  const erasure = { leadId: "erased", erasureId: "e-1", by: "carla", at: now, since: daysFromNow(-1) };
  await transact(table, [
    put(table, "erasure", { ...keys.erasure("erased"), ...erasure }),
    put(table, "left", { ...keys.lead("erased"), sk: "SUBMISSION#late", at: now }),
  ]);
  const absence = { from: now.slice(0, 10), to: daysFromNow(5).slice(0, 10) };
  await intakeRepChange(
    { table, agreement, now: () => now },
    { repId: "ana", steps: [{ set: "absence-added", absence }] },
    { by: "pablo", correlationId: "request" },
  );
  return table;
};

const running = /^(of-|another-|waits-)/;
const never = () => new Promise<never>(() => {});

/** What each sweep sends, and in which order it sends and asks. */
interface Watched {
  readonly send: (bodies: readonly string[]) => Promise<void>;
  readonly table: Twin;
}

const sweptAt = ({ table, send }: Watched, at: string): Promise<void> =>
  sweep(
    sweepRounds({
      table,
      agreement,
      now: () => at,
      send,
      isRunning: async (name) => running.test(name),
      count: () => {},
      ring: () => {},
      stalled: () => {},
      keep: async () => {},
    }),
  )();

const leadsIn = (bodies: readonly string[]): string[] => bodies.map((body) => String(JSON.parse(body).lookAt));

/** Nothing is left of what there was to do. */
const isDone = async (table: Twin) => ({
  flagged: await flaggedInVain(table),
  erasures: (await readErasures(table, 10)).length,
  ofErased: table.items().filter(({ pk }) => pk?.S === keys.lead("erased").pk).length,
  orphans: [...new Set((await readOrphans(table, now, 100)).map(({ leadId }) => leadId))].toSorted(),
  isMailWoken: table.items().some(({ woken }) => woken?.BOOL === true),
});

/** A whole sweep: what it sent, its result, and after how many requests it had changed or sent something. */
const uncut = async (full: Twin) => {
  const sent: string[] = [];
  const changedAfter = new Set([0]);
  let [requests, sends] = [0, 0];
  const table = await copyOf(full, async ({ writes }: TwinRequest) => {
    requests++;
    if (writes) changedAfter.add(requests);
  });
  const send = async (bodies: readonly string[]) => {
    if (bodies.length > 0) changedAfter.add(requests);
    if (bodies.length > 0) sends++;
    sent.push(...leadsIn(bodies));
  };
  await sweptAt({ table, send }, minute(0));
  return { sent, sends, changedAfter, done: await isDone(table) };
};

it("does all there is to do, wherever the sweep before was cut", async () => {
  const full = await muchToDo();
  const { sent, changedAfter, done } = await uncut(full);
  expect(new Set(sent).size).toBe(8);
  expect(done).toMatchObject({ flagged: [], erasures: 0, ofErased: 0, isMailWoken: true });
  expect(done.orphans).toEqual(["another-of-somebody-gone", "journey-stopped", "of-somebody-gone"]);
  for (const cutAfter of changedAfter) {
    const again: string[] = [];
    let [requests, isCut] = [0, false];
    let cut = () => {};
    const wasCut = new Promise<void>((resolve) => {
      cut = resolve;
    });
    const table = await copyOf(full, async () => {
      if (isCut || requests++ < cutAfter) return;
      cut();
      await never();
    });
    const send = async (bodies: readonly string[]) => {
      again.push(...leadsIn(bodies));
    };
    await Promise.race([wasCut, sweptAt({ table, send }, minute(0))]);
    isCut = true;
    await sweptAt({ table, send }, minute(1));
    expect({ cutAfter, sent: [...new Set(again)].toSorted() }).toEqual({
      cutAfter,
      sent: [...new Set(sent)].toSorted(),
    });
    expect({ cutAfter, ...(await isDone(table)) }).toEqual({ cutAfter, ...done });
  }
});

it.each(["takes nothing", "takes every second one", "takes all, and does not say so"])(
  "does all there is to do when the queue fails once, wherever that is: it %s",
  async (how) => {
    const full = await muchToDo();
    const { sent, sends, done } = await uncut(full);
    for (let failing = 1; failing <= sends; failing++) {
      const again: string[] = [];
      let asked = 0;
      const table = await copyOf(full);
      const send = async (bodies: readonly string[]) => {
        if (bodies.length === 0) return;
        const isFailing = ++asked === failing;
        const isTaken = (i: number) =>
          !isFailing || how.startsWith("takes all") || (how.includes("second") && i % 2 === 1);
        again.push(...leadsIn(bodies.filter((_, i) => isTaken(i))));
        if (isFailing) throw new Error("the queue does not answer");
      };
      await sweptAt({ table, send }, minute(0)).catch(() => {});
      await sweptAt({ table, send }, minute(1));
      expect({ failing, sent: [...new Set(again)].toSorted() }).toEqual({
        failing,
        sent: [...new Set(sent)].toSorted(),
      });
      expect({ failing, ...(await isDone(table)) }).toEqual({ failing, ...done });
    }
  },
);
