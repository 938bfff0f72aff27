import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ask, mailboxHash, mayAsk, mayTell } from "../../../lambdas/domain/nurture/asked-address.ts";
import { boundedConsents } from "../../../lambdas/domain/nurture/bounded-consents.ts";
import { daysFromNow, now } from "../../builders/now.ts";

describe("a mailbox", () => {
  it("is one, whatever stands behind a plus and in whatever case", () => {
    const same = ["ines@x.example", "INES@x.example", "ines+a@x.example", "ines+a+b@x.example"].map(mailboxHash);
    expect(new Set(same).size).toBe(1);
    expect(mailboxHash("ines@y.example")).not.toBe(same[0]);
    expect(mailboxHash("+ines@x.example")).not.toBe(mailboxHash("+luis@x.example"));
  });

  it("is asked at most three questions, seven days apart, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 9 })), { maxLength: 60 }), (tries) => {
        const asks: Ask[] = [];
        for (const [day, of] of tries.toSorted(([one], [other]) => one - other)) {
          const at = daysFromNow(day);
          if (mayAsk(asks, `${of}`, at) && !asks.some((ask) => ask.of === `${of}`)) asks.push({ of: `${of}`, at });
        }
        const gaps = asks.slice(1).map(({ at }, i) => Date.parse(at) - Date.parse(asks[i]?.at ?? at));
        expect(asks.length).toBeLessThanOrEqual(3);
        expect(gaps.every((gap) => gap >= 7 * 24 * 3600_000)).toBe(true);
      }),
    );
  });

  it("is told of at most three forms, none within seven days of another mail, and its questions do not wait for that", () => {
    const attempt = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 9 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 60 }), (tries) => {
        const [asks, tellings]: [Ask[], Ask[]] = [[], []];
        for (const [day, of, isAsk] of tries.toSorted(([one], [other]) => one - other)) {
          const note = { of: `${of}`, at: daysFromNow(day) };
          const mayAskAlone = mayAsk(asks, note.of, note.at);
          const week = [...asks, ...tellings].filter(({ at }) => at > daysFromNow(day - 7));
          if (isAsk && mayAskAlone && !asks.some((ask) => ask.of === note.of)) asks.push(note);
          if (isAsk || !mayTell({ asks, tellings }, note.of, note.at)) continue;
          if (tellings.some((one) => one.of === note.of)) continue;
          expect(week).toEqual([]);
          tellings.push(note);
        }
        expect(tellings.length).toBeLessThanOrEqual(3);
      }),
    );
    expect(mayTell({ asks: [], tellings: [{ of: "a", at: now }] }, "a", now)).toBe(true);
  });

  it("gets the question that was begun", () => {
    expect(mayAsk([{ of: "a", at: now }], "a", now)).toBe(true);
  });
});

describe("the consents of a lead", () => {
  it("never lose a confirmation or a withdrawal to what is sent later", () => {
    const consent = (at: string, facts: object = {}) => ({ purpose: "news", at, ...facts });
    const proof = [
      consent("2026-01-01", { confirmedAt: "2026-01-02", withdrawnAt: "2026-01-03" }),
      consent("2026-02-01", { confirmedAt: "2026-02-02" }),
      consent("2026-01-04", { withdrawnAt: "2026-01-05" }),
    ];
    const claims = Array.from({ length: 300 }, (_, i) => consent(`2026-03-${i}`));
    const inherited = Array.from({ length: 300 }, (_, i) => consent(`2026-04-${i}`, { confirmedAt: "2026-02-02" }));
    const kept = boundedConsents([...proof, ...claims, ...inherited]);
    expect(kept).toHaveLength(50);
    expect(kept).toEqual(expect.arrayContaining(proof));
    expect(kept.at(-1)).toEqual(inherited.at(-1));
    expect(boundedConsents(kept)).toEqual(kept);
  });
});
