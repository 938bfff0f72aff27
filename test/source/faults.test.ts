/** A request to the table fails in the middle, at every place: before it is carried out, or after. */
import { describe, expect, it } from "vitest";
import { readSourceDays, readUnread } from "../../lambdas/adapters/dynamo-arrivals.ts";
import { sampleOf } from "../sources/sample.ts";
import { aSource, sourcesOn, typeformSigned } from "./pipeline.ts";

const secret = "a-secret-of-typeform";
const body = Buffer.from(sampleOf("typeform").body).toString();

/** Lets the so many-th request from now on fail. @returns how many requests there were, in the end */
const failing = (client: object, at: number, when: "before" | "after") => {
  const send: unknown = Reflect.get(client, "send");
  if (typeof send !== "function") throw new Error("no client of the table");
  let requests = 0;
  Object.assign(client, {
    send: async (...args: unknown[]) => {
      const isIt = requests === at;
      requests += 1;
      if (isIt && when === "before") throw Object.assign(new Error("not reached"), { name: "TimeoutError" });
      const result: unknown = await Reflect.apply(send, client, args);
      if (isIt) throw Object.assign(new Error("the answer is lost"), { name: "TimeoutError" });
      return result;
    },
  });
  return { requests: () => requests, mend: () => Object.assign(client, { send }) };
};

const withTypeform = async () => {
  const web = sourcesOn([aSource({ id: "web", kind: "typeform" })]);
  await web.addSecret("web", secret);
  return web;
};

const submissionsIn = (items: readonly Record<string, unknown>[]) =>
  items.filter(({ sk }) => String(sk).startsWith("SUBMISSION#"));

describe.each(["before", "after"] as const)("a fault %s a request of the reader is carried out", (when) => {
  it("loses nothing and doubles nothing, wherever it is", async () => {
    const undisturbed = await withTypeform();
    await undisturbed.post("/sources/web", typeformSigned(body, secret), body);
    const { requests } = failing(undisturbed.table.client, Number.POSITIVE_INFINITY, when);
    await undisturbed.readAll();
    expect(requests()).toBeGreaterThan(10);
    for (let at = 0; at < requests(); at++) {
      const web = await withTypeform();
      await web.post("/sources/web", typeformSigned(body, secret), body);
      const fault = failing(web.table.client, at, when);
      let left = await web.readAll();
      fault.mend();
      for (let again = 0; left > 0 && again < 3; again++) left = await web.readAgain();
      const [day] = await readSourceDays(web.table, "web", 1);
      expect({ at, left, leads: web.leads().length, forms: submissionsIn(web.items()).length, day }).toMatchObject({
        at,
        left: 0,
        leads: 1,
        forms: 1,
        day: { received: 1, accepted: 1 },
      });
      expect(await readUnread(web.table, "web", { most: 1, until: web.clock.now })).toEqual([]);
      expect(web.parked).toEqual([]);
    }
  });
});

describe.each(["before", "after"] as const)("a fault %s a request is carried out that keeps what came", (when) => {
  it("has the tool send it again, and that is one lead", async () => {
    for (let at = 0; at < 3; at++) {
      const web = await withTypeform();
      const fault = failing(web.table.client, at, when);
      const { statusCode } = await web.post("/sources/web", typeformSigned(body, secret), body);
      fault.mend();
      // What passes by itself is tried again within the request; else the tool is asked to come back.
      if (statusCode !== 200) expect(statusCode).toBe(503);
      if (statusCode !== 200)
        expect((await web.post("/sources/web", typeformSigned(body, secret), body)).statusCode).toBe(200);
      await web.readAll();
      expect([web.leads().length, submissionsIn(web.items()).length]).toEqual([1, 1]);
    }
  });
});
