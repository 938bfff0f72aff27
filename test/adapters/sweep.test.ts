import { beforeEach, describe, expect, it } from "vitest";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { intakeRepChange } from "../../lambdas/team/intake-rep-change.ts";
import { audit } from "../../lambdas/wake/audit.ts";
import { sweep, sweepRounds } from "../../lambdas/wake/sweep.ts";
import { sweepAbsences } from "../../lambdas/wake/sweep-absences.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

const agreement = anAgreement();

describe.each(engines())("the sweep on $name", ({ endpoint }) => {
  let table: DynamoTable;
  let lookedAt: string[];
  let running: Set<string>;
  let counted: number;
  let at: string;
  beforeEach(async () => {
    table = await newTable(endpoint);
    [lookedAt, running, counted, at] = [[], new Set(), 0, daysFromNow(0.01)];
  });

  const deps = () => ({
    table,
    agreement,
    now: () => at,
    isRunning: async (name: string) => running.has(name),
    count: () => {
      counted++;
    },
    lookAt: async (leadIds: readonly string[]) => {
      lookedAt.push(...leadIds);
    },
  });
  const stored = async (...leads: Lead[]) => {
    for (const lead of leads) await transact(table, [put(table, "lead", leadItem(lead))]);
  };
  const looked = async (round: () => Promise<void>) => {
    lookedAt = [];
    await round();
    return lookedAt.toSorted();
  };
  const sweptForAbsences = () => looked(() => sweepAbsences(deps()));
  const audited = (most?: number) => looked(() => audit(deps(), most));

  it("goes through all of its rounds, whatever lies there", async () => {
    await stored(aLead("captured"), aLead("handed-off", { leadId: "in-hand" }), aLead("won", { leadId: "customer" }));
    const nothing = () => {};
    const rounds = sweepRounds({
      ...{ ...deps(), send: async () => {}, keep: async () => {} },
      ...{ ring: nothing, stalled: nothing },
    });
    await expect(sweep(rounds)()).resolves.toBeUndefined();
  });

  describe("for a rep who is away", () => {
    const changed = (...steps: Parameters<typeof intakeRepChange>[1]["steps"]) =>
      intakeRepChange(deps(), { repId: "ana", steps }, { by: "pablo", correlationId: "request" });
    const away = (from: string, to: string) => changed({ set: "absence-added", absence: { from, to } });
    beforeEach(() =>
      stored(
        aLead("handed-off", { leadId: "waits-for-ana" }),
        aLead("assigned", { leadId: "mail-to-ana" }),
        aLead("accepted", { leadId: "worked-by-ana" }),
        aLead("handed-off", { leadId: "waits-for-luis", followUp: { ownerId: "luis" } }),
      ),
    );

    it("wakes the leads that wait for her, once per absence", async () => {
      expect(await sweptForAbsences()).toEqual([]);
      await away("2026-03-10", "2026-03-11");
      expect(await sweptForAbsences()).toEqual(["mail-to-ana", "waits-for-ana"]);
      expect(await sweptForAbsences()).toEqual([]);
      await away("2026-03-11", "2026-03-20");
      expect(await sweptForAbsences()).toEqual(["mail-to-ana", "waits-for-ana"]);
    });

    it("does nothing before it begins", async () => {
      await away("2026-03-11", "2026-03-12");
      expect(await sweptForAbsences()).toEqual([]);
      at = daysFromNow(1);
      expect(await sweptForAbsences()).toHaveLength(2);
    });

    it("wakes all her leads when she has left", async () => {
      await changed({ set: "leaves", leaves: "2026-03-09" });
      expect(await sweptForAbsences()).toEqual(["mail-to-ana", "waits-for-ana", "worked-by-ana"]);
      expect(await sweptForAbsences()).toEqual([]);
    });

    it("marks nothing that could not be sent", async () => {
      await away("2026-03-10", "2026-03-11");
      const broken = { ...deps(), lookAt: () => Promise.reject(new Error("the queue is down")) };
      await expect(sweepAbsences(broken)).rejects.toThrow("the queue is down");
      expect(await sweptForAbsences()).toHaveLength(2);
    });
  });

  describe("in its audit", () => {
    it("leaves leads alone that have a journey, and ended ones", async () => {
      await stored(aLead("handed-off", { leadId: "a" }), aLead("won", { leadId: "b" }));
      running.add("a.1");
      expect(await audited()).toEqual([]);
      expect(counted).toBe(0);
    });

    it("finds the one whose execution was stopped, until it has another", async () => {
      await stored(aLead("nurturing", { leadId: "a" }), aLead("captured", { leadId: "b", cycle: 2 }));
      running.add("a.1").add("b.2");
      expect(await audited()).toEqual([]);
      running.delete("a.1");
      running.delete("b.2");
      expect(await audited()).toEqual(["a", "b"]);
      expect(await audited()).toEqual(["a", "b"]);
      expect(counted).toBe(4);
      await transact(table, [
        put(table, "journey", { ...keys.journey("a"), signals: 0, restarts: 1, restartedCycle: 1, restartedAt: at }),
      ]);
      running.add("a.1.1").add("b.2");
      expect(await audited()).toEqual([]);
    });

    it("wakes a lead of an unknown owner once an hour", async () => {
      await stored(aLead("handed-off", { leadId: "a", followUp: { ownerId: "somebody-gone" } }));
      running.add("a.1");
      expect(await audited()).toEqual(["a"]);
      at = daysFromNow(0.02);
      expect(await audited()).toEqual([]);
      at = daysFromNow(0.06);
      expect(await audited()).toEqual(["a"]);
    });

    it("goes on where it stopped, so many at a time, and starts again at the end", async () => {
      const leads = Array.from({ length: 14 }, (_, i) =>
        aLead(i % 2 === 0 ? "nurturing" : "captured", { leadId: `lead-${i}`, stageSince: now }),
      );
      await stored(...leads);
      const [first, second, third] = [await audited(10), await audited(10), await audited(10)];
      expect([first.length, second.length, third.length]).toEqual([10, 4, 10]);
      expect(new Set([...first, ...second])).toHaveLength(14);
      expect(third).toEqual(first);
    });
  });
});
