/** A request fails in the middle of an import, at every place: before it is carried out, or after; and in the bucket. */
import { describe, expect, inject, it } from "vitest";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { aList, bucketTwin, importsOn, someTerms } from "../import/pipeline.ts";

/** What somebody unplugs: the so many-th call from when it is armed on, of table and bucket together. */
const unplugged = (when: "before" | "after") => {
  let [calls, at, isArmed] = [0, Number.POSITIVE_INFINITY, false];
  const table = dynamoTwin();
  const send: unknown = Reflect.get(table.client, "send");
  if (typeof send !== "function") throw new Error("no client of the table");
  const dies = (): boolean => isArmed && calls++ === at;
  const error = () => Object.assign(new Error("the function died"), { name: "TimeoutError" });
  Object.assign(table.client, {
    send: async (...args: unknown[]) => {
      const isIt = dies();
      if (isIt && when === "before") throw error();
      const result: unknown = await Reflect.apply(send, table.client, args);
      if (isIt) throw error();
      return result;
    },
  });
  const whole = bucketTwin();
  const lists = Object.fromEntries(
    Object.entries(whole.lists).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        const isIt = dies();
        if (isIt && when === "before") throw error();
        const result: unknown = await Reflect.apply(call, undefined, args);
        if (isIt) throw error();
        return result;
      },
    ]),
  );
  return {
    table,
    bucket: { ...whole, lists: { ...whole.lists, ...lists } },
    calls: () => calls,
    arm: (place: number) => {
      [calls, at, isArmed] = [0, place, true];
    },
    mend: () => {
      isArmed = false;
    },
  };
};

const list = `${aList(3)}Repetida;p1@empresa-1.example;Otra;\r\nSin correo;;;\r\n`;
const pace = { imports: { perHour: 1_000_000, pauseAtWaiting: 1_000_000 } };

type Phase = "reading" | "trying" | "running" | "undoing";

/** Imports the list and takes it back; the function dies at this call of this phase. */
const lived = async (when: "before" | "after", faulty: Phase, place: number) => {
  const plug = unplugged(when);
  const world = importsOn(pace, plug.table, plug.bucket);
  let calls = 0;
  const goOn = async (phase: Phase): Promise<void> => {
    if (phase === faulty) plug.arm(place);
    await world.work(5);
    if (phase === faulty) calls = plug.calls();
    plug.mend();
    await world.work();
  };
  const importId = await world.begin(list);
  await goOn("reading");
  await world.decide(importId, "terms", { terms: someTerms() });
  await goOn("trying");
  const tried = await world.view(importId);
  await world.decide(importId, "start");
  await goOn("running");
  const done = await world.view(importId);
  const [leads, forms] = [world.leads().length, world.submissions().length];
  await world.decide(importId, "undo");
  await goOn("undoing");
  return { world, tried, done, leads, forms, undone: await world.view(importId), calls };
};

/** Each place is tried by `npm run test:load`, one in so many by `npm test`; which ones is drawn. */
const everySo = inject("load") === "full" ? 1 : 5;
const drawn = Math.floor(Math.random() * everySo);

const counts = { new: 3, known: 0, refused: 2, refusedBecause: { "duplicate-in-list": 1, "no-email": 1 } };

describe.each([
  ["before", "reading"],
  ["before", "trying"],
  ["before", "running"],
  ["before", "undoing"],
  ["after", "reading"],
  ["after", "trying"],
  ["after", "running"],
  ["after", "undoing"],
] as const)("a fault %s a call of %s an import is carried out", (when, phase) => {
  it("loses no row and takes none in twice, and takes back what it has added, wherever it is", async () => {
    const { calls } = await lived(when, phase, Number.POSITIVE_INFINITY);
    expect(calls).toBeGreaterThan(5);
    for (let place = drawn; place < calls; place += everySo) {
      const { world, tried, done, leads, forms, undone } = await lived(when, phase, place);
      expect([place, tried.state, done.state, undone.state]).toEqual([place, "tried", "done", "undone"]);
      expect([place, tried.counts, done.counts]).toMatchObject([place, counts, counts]);
      expect([place, leads, forms]).toEqual([place, 3, 3]);
      expect([place, undone.undone]).toEqual([place, { erased: 3, kept: {}, leads: [] }]);
      expect([place, world.leads()]).toEqual([place, []]);
      expect(world.parked).toEqual([]);
    }
  });
});
