import { describe, expect, it } from "vitest";
import {
  confirmLinksOf,
  eventually,
  everyMail,
  fitting,
  isConfirmation,
  isNurture,
  type SentMail,
  someone,
  submit,
} from "./pipeline.ts";

/** Fits, but does not know us well enough yet: gets mails. */
const { interest: _, ...notYet } = fitting;

/** How many confirm their address and get content too: all of them would take the emulators minutes. */
const leads = 200;
const readers = 10;
const clients = 8;
/** How many pieces the hurried agreement sends in a cycle. */
const pieces = 2;

/** All of them, this many at the same time. */
const inParallel = async <T>(all: readonly T[], each: (one: T) => Promise<unknown>): Promise<void> => {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await each(next);
  };
  await Promise.all(Array.from({ length: clients }, worker));
};

describe(`${leads} leads in parallel`, () => {
  it("get every mail exactly once", { timeout: 1_300_000 }, async () => {
    const people = Array.from({ length: leads }, () => someone(notYet));
    const addresses = new Set(people.map(({ body }) => body.email));
    const theirs = async () => (await everyMail()).filter(({ to }) => to.some((address) => addresses.has(address)));
    const all = (what: string, count: number, fits: (mail: SentMail) => boolean) =>
      eventually(
        `${count} × ${what}`,
        async () => {
          const mails = await theirs();
          return mails.filter(fits).length >= count ? mails : undefined;
        },
        600,
        3000,
      );

    await inParallel(people, ({ body }) => submit(body));
    const asked = await all("please confirm", leads, isConfirmation);
    await inParallel(confirmLinksOf(asked).slice(0, readers), (link) => fetch(link, { method: "POST" }));
    const sent = await all("a piece of content", pieces * readers, isNurture);
    const named = sent.map(({ to, subject }) => `${to.join()} ${subject}`);
    expect(new Set(named)).toHaveLength(named.length);
    expect(named).toHaveLength(leads + pieces * readers);
  });
});
