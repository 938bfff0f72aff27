import { unmarshall } from "@aws-sdk/util-dynamodb";
import { expect } from "vitest";
import { knownGenerations, readGenerations } from "../../../lambdas/adapters/dynamo-counter-generations.ts";
import { bumpPulse, countOnce } from "../../../lambdas/adapters/dynamo-counting.ts";
import { type NamedWrite, put, remove, transact } from "../../../lambdas/adapters/dynamo-table.ts";
import { countedItems } from "../../../lambdas/contract/metrics.ts";
import { keys } from "../../../lambdas/contract/table.ts";
import type { Measure } from "../../../lambdas/domain/metrics/fact.ts";
import { count } from "../../../lambdas/metrics/count.ts";
import { type Recounted, recount } from "../../../lambdas/metrics/recount.ts";
import { dynamoTwin, type TwinChange } from "../../../local/twin/dynamo-twin.ts";

export const timeZone = "Europe/Madrid";

/** A table with facts, the real counting of its stream, and recounts between which anything happens. */
export class CountingWorld {
  clock = Date.parse("2026-03-27T21:00:00.000Z");
  readonly measured: Measure[] = [];
  readonly said: string[] = [];
  readonly table = dynamoTwin(async () => this.beforeRequest());
  private readonly told: TwinChange[] = [];
  private pending: TwinChange[] = [];
  private between: (() => Promise<void>) | undefined;
  private readonly counts = count({
    timeZone,
    generations: knownGenerations(this.table, () => this.now()),
    countOnce: (event, counting) => countOnce(this.table, event, counting),
    bumpPulse: (generation, stage) => bumpPulse(this.table, generation, stage),
    measure: (measure) => void this.measured.push(measure),
    parkRecord: async (_, reason) => {
      throw new Error(`parked: ${reason}`);
    },
  });

  now(): string {
    return new Date(this.clock).toISOString();
  }

  async write(item: Record<string, unknown> & { pk: string; sk: string }): Promise<void> {
    await this.commit([put(this.table, "item", item)]);
  }

  /** The facts that stay reveal nothing of the lead; the stream delivers them at once. */
  async erase(leadId: string, gone: Record<string, unknown>): Promise<void> {
    await this.deliver(() => [...this.pending]);
    const facts = this.facts().filter(({ pk }) => pk === keys.lead(leadId).pk);
    for (const { pk, sk, leadId: _, ...rest } of facts)
      await this.commit([
        remove(this.table, "lead", { pk: String(pk), sk: String(sk) }),
        put(this.table, "left", { ...rest, ...keys.erasedFact(`of-${leadId}`, String(sk)) }),
      ]);
    const at = this.now();
    const sk = keys.move("", 1, at, "erased").sk;
    await this.commit([put(this.table, "gone", { ...gone, ...keys.erasedFact(`of-${leadId}`, sk), at, to: null })]);
    await this.deliver(() => [...this.pending]);
  }

  /** The stream delivers this many new records, in this order, and repeats some old ones. */
  async deliver(choose: (pending: readonly TwinChange[], told: readonly TwinChange[]) => TwinChange[]): Promise<void> {
    const batch = choose(this.pending, this.told);
    this.pending = this.pending.filter((change) => !batch.includes(change));
    this.told.push(...batch);
    const Records = batch.map(({ id, before, after }, i) => ({
      eventID: id,
      dynamodb: {
        ApproximateCreationDateTime: this.clock / 1000,
        SequenceNumber: String(i),
        OldImage: before,
        NewImage: after,
      },
    }));
    expect(await this.counts({ Records })).toEqual({ batchItemFailures: [] });
  }

  /**
   * @param meanwhile happens before each request of the recount, and while it waits; when it throws, the recount dies
   */
  async recount(meanwhile: () => Promise<void>): Promise<Recounted> {
    this.between = meanwhile;
    try {
      return await recount({
        table: this.table,
        timeZone,
        now: () => this.now(),
        pause: async (millis) => {
          const until = this.clock + millis;
          await this.beforeRequest();
          this.clock = Math.max(this.clock, until);
        },
        say: (line) => void this.said.push(line),
      });
    } finally {
      this.between = undefined;
    }
  }

  facts(): Record<string, unknown>[] {
    const plain = this.table.items().map((item) => unmarshall(item));
    return plain.filter(({ pk }) => /^(LEAD|ERASED)#/.test(String(pk)));
  }

  /** `period slice counter` to how many, of the generation that is shown; zeros are left out. */
  async counters(): Promise<Record<string, number>> {
    const { current } = await readGenerations(this.table);
    const found: Record<string, number> = {};
    for (const item of this.table.items()) {
      const { pk, sk, ...counters } = unmarshall(item);
      const [kind, generation, period] = String(pk).split("#");
      if (kind !== "COUNTER" || generation !== String(current.generation)) continue;
      for (const [counter, by] of Object.entries(counters)) if (by !== 0) found[`${period} ${sk} ${counter}`] = by;
    }
    return found;
  }

  /** How many leads are in each stage. */
  async stages(): Promise<Record<string, number>> {
    const { pk } = keys.stageCount((await readGenerations(this.table)).current.generation, "");
    const items = this.table.items().map((item) => unmarshall(item));
    const counted = items.filter((item) => item.pk === pk && item.count !== 0);
    return Object.fromEntries(counted.map(({ sk, count }) => [sk, count]));
  }

  /** Generations of which there is anything. */
  generations(): number[] {
    const pks = this.table.items().map(({ pk }) => /^(?:COUNTER|BOARD)#(\d+)/.exec(pk?.S ?? "")?.[1]);
    return [...new Set(pks.flatMap((generation) => (generation === undefined ? [] : [Number(generation)])))];
  }

  private async commit(writes: NamedWrite[]): Promise<void> {
    this.clock++;
    expect(await transact(this.table, writes)).toEqual({ done: true });
    const isCounted = ({ after }: TwinChange) =>
      after !== undefined && countedItems.some((kind) => kind === after.sk?.S?.split("#")[0]);
    this.pending.push(...this.table.takeChanges().filter(isCounted));
  }

  private async beforeRequest(): Promise<void> {
    const meanwhile = this.between;
    if (meanwhile === undefined) return;
    this.between = undefined;
    await meanwhile();
    this.between = meanwhile;
  }
}
