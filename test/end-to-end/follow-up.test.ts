import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import * as z from "zod/mini";
import { readAgreement } from "../../local/read-agreement.ts";
import { asking } from "./board-api.ts";
import {
  eventually,
  fillIn,
  handedOff,
  isHandOff,
  leadIn,
  leadItems,
  leadNow,
  linkIn,
  mailAbout,
  mailsAbout,
  type SentMail,
} from "./pipeline.ts";

const agreement = readAgreement(inject("agreementFile"));

const ClockSchema = z.object({ turn: z.number(), because: z.string(), inTime: z.boolean() });
const SentSchema = z.object({ purpose: z.string() });

const isOutcome = (mail: SentMail): boolean => mail.text.includes("/outcomes/");

describe("a lead that fits", () => {
  it("reaches a rep with its facts, the reasons, the deadline and a way to answer", async () => {
    const { body, mail, leadId } = await handedOff({ message: "¿Cuánto cuesta?\n<b>Gracias</b>" });
    await leadIn(leadId, "handed-off");
    for (const fact of [body.email, body.company, "Lucía", "Directora de operaciones", "¿Cuánto cuesta?"])
      expect(mail.text).toContain(fact);
    expect(mail.html).not.toContain("<b>Gracias</b>");
    const [decision] = await leadItems(leadId, "DECISION#1#");
    expect(decision).toMatchObject({
      of: "gate",
      verdict: "qualified",
      agreementVersion: expect.stringMatching(/^[0-9a-f]{12,}$/),
    });
  });

  it("that no one answers goes up the ladder and to the next rep, and in the end back to marketing, who has them called again; each mail once", async () => {
    const { mark, mail, leadId } = await handedOff();
    const first = mail.to.join();
    await eventually("a new cycle", async () => ((await leadNow(leadId)).cycle === 2 ? true : undefined), 60);
    const clocks = (await leadItems(leadId, "CLOCK#1#")).map((item) => ClockSchema.parse(item));
    expect(clocks.map(({ turn, because, inTime }) => ({ turn, because, inTime }))).toEqual([
      { turn: 0, because: "reassigned:breach", inTime: false },
      { turn: 1, because: "nobody-followed-up", inTime: false },
    ]);
    const ofCycle = async () => (await leadItems(leadId, "MESSAGE#1#")).map((item) => SentSchema.parse(item).purpose);
    const told = (purposes: string[]) => purposes.filter((purpose) => purpose === "nobody-answered").length;
    const sent = await eventually("marketing and the director told", async () => {
      const purposes = await ofCycle();
      return told(purposes) < 2 ? undefined : purposes;
    });
    // The machine may be so slow that a reminder's moment is past, and the breach comes in its place.
    const reminders = sent.filter((purpose) => purpose === "reminder").length;
    expect(reminders).toBeLessThanOrEqual(2);
    expect(sent.filter((purpose) => purpose !== "reminder").sort()).toEqual([
      "acknowledgement",
      "breach",
      "breach",
      "escalation",
      "escalation",
      "hand-off",
      "hand-off",
      "nobody-answered",
      "nobody-answered",
      "taken-over",
    ]);
    const mails = await mailsAbout(mark);
    // Hand-off, breach, that someone else has it now, and the reminder.
    const theirs = mails.filter((each) => each.to.join() === first).length;
    expect([3, 4]).toContain(theirs);
    expect(await leadItems(leadId, "BREACH#1#")).toHaveLength(2);
    const gone = await fetch(linkIn(mail, "answers"));
    expect([gone.status, await gone.text()]).toEqual([200, expect.not.stringContaining("<form")]);
    // Returned: it does not go to sales again before it does something.
    await leadIn(leadId, "nurturing");
    expect(await leadNow(leadId)).toMatchObject({ returnedAt: expect.any(String) });

    const marketing = await asking("marketing");
    const waits = async () => JSON.stringify((await marketing("attention")).body).includes(leadId);
    expect(await waits()).toBe(true);
    // They are nurtured meanwhile: who saw the older state decides again.
    const last = (await leadNow(leadId)).nobodyAnswered?.owners.at(-1);
    await eventually("the decision", async () => {
      const { version } = await leadNow(leadId);
      const decision = { decision: "call-again", to: last, reason: "Es buen cliente" };
      return (await marketing(`leads/${leadId}/decide`, { version, ...decision })).status === 200 ? true : undefined;
    });
    const apology = await mailAbout(mark, "who calls", ({ text }) =>
      /silencio\s+fue\s+nuestro|silence\s+was\s+ours/.test(text),
    );
    expect(apology.to).toEqual([agreement.terms.team.reps.find(({ id }) => id === last)?.email]);
    expect(await waits()).toBe(false);
  });
});

describe("the rep's answer", () => {
  it("is asked for by a page that changes nothing, however often a scanner opens it", async () => {
    const { leadId, link } = await handedOff();
    await leadIn(leadId, "handed-off");
    for (const method of ["GET", "HEAD", "GET"]) {
      const page = await fetch(`${link}?choose=accept`, { method });
      expect([page.status, page.headers.get("referrer-policy")]).toEqual([200, "no-referrer"]);
    }
    expect((await leadNow(leadId)).stage).toBe("handed-off");
    expect(await leadItems(leadId, "ANSWER#")).toEqual([]);
  });

  it("stops the timer at once, and the outcome ends the journey", async () => {
    const { mark, leadId, link } = await handedOff();
    expect((await fillIn(link, { answer: "accept" })).status).toBe(200);
    expect((await leadNow(leadId)).stage).toBe("accepted");
    const beforeAnswer = (await mailsAbout(mark)).filter(isHandOff);
    const ask = await mailAbout(mark, "what became of it", isOutcome);
    const afterAnswer = (await mailsAbout(mark)).filter(isHandOff);
    expect(afterAnswer).toHaveLength(beforeAnswer.length);
    expect((await fillIn(linkIn(ask, "outcomes"), { outcome: "won", amount: "12.500,50" })).status).toBe(200);
    expect((await leadNow(leadId)).stage).toBe("won");
    const [outcome] = await leadItems(leadId, "OUTCOME#");
    expect(outcome).toMatchObject({ kind: "won", amount: 12500.5 });
  });

  it("counts once: the second sees what happened", async () => {
    const { leadId, link } = await handedOff();
    const answers = await Promise.all([
      fillIn(link, { answer: "accept" }),
      fillIn(link, { answer: "reject", reason: "no-budget" }),
      fillIn(link, { answer: "accept" }),
    ]);
    for (const answer of answers) expect(answer.status).toBeLessThan(500);
    expect(await leadItems(leadId, "ANSWER#")).toHaveLength(1);
    const again = await fillIn(link, { answer: "reject", reason: "no-budget" });
    expect(again.status).toBeLessThan(500);
    expect(await leadItems(leadId, "ANSWER#")).toHaveLength(1);
  });

  it("without a choice, or with a reason that no one agreed on, is asked for again", async () => {
    const { leadId, link } = await handedOff();
    expect((await fillIn(link, {})).status).toBe(422);
    expect((await fillIn(link, { answer: "reject", reason: "bad-mood" })).status).toBe(422);
    expect(await leadItems(leadId, "ANSWER#")).toEqual([]);
  });

  it("that rejects returns the lead to marketing, or ends it, as the reason says", async () => {
    const [recycled, ended] = await Promise.all([handedOff(), handedOff()]);
    await fillIn(recycled.link, { answer: "reject", reason: "too-early" });
    await fillIn(ended.link, { answer: "reject", reason: "not-the-persona" });
    expect((await leadNow(ended.leadId)).stage).toBe("disqualified");
    expect(await leadNow(recycled.leadId)).toMatchObject({ cycle: 2 });
    await leadIn(recycled.leadId, "nurturing");
  });

  it("behind a forged link gets the same neutral page as an unknown one", async () => {
    const { link } = await handedOff();
    const forged = link.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    const answers = await Promise.all([
      fetch(forged),
      fetch(forged, { method: "POST" }),
      fetch(link.replace(/answers\/.*/, "answers/x")),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toHaveLength(1);
  });
});

/**
 * Accepts a lead so long after its deadline; gives the lead and what was answered. On a slow machine the moment may be
 * past before the rep's mail is read: then it takes another lead.
 */
const acceptedAt = async (offsetMillis: number) => {
  for (;;) {
    const { mark, leadId, link } = await handedOff();
    const lead = await leadIn(leadId, "handed-off");
    if (lead.stage !== "handed-off" || lead.followUp.turn > 0) continue;
    const left = Date.parse(lead.followUp.dueAt) + offsetMillis - Date.now();
    if (left < 0) continue;
    await pause(left);
    return { mark, leadId, status: (await fillIn(link, { answer: "accept" })).status };
  }
};

describe("an answer in the same second as the deadline", () => {
  it("leaves one consistent result, whichever comes first", async () => {
    const offsets = [-400, -200, -100, 0, 50, 100, 200, 400];
    const leads = await Promise.all(offsets.map(acceptedAt));
    for (const { mark, leadId, status } of leads) {
      const [clocks, answers] = [await leadItems(leadId, "CLOCK#1#"), await leadItems(leadId, "ANSWER#")];
      // On a machine so slow that the answer came after the lead had gone to the next rep, it is refused and does nothing.
      if (clocks.some((clock) => ClockSchema.parse(clock).because.startsWith("reassigned"))) {
        expect([status, answers]).toEqual([409, []]);
        continue;
      }
      expect(status).toBe(200);
      expect(await leadNow(leadId)).toMatchObject({ stage: "accepted", cycle: 1 });
      expect(answers).toHaveLength(1);
      // A breach that was recorded was recorded before the answer; none follows it.
      expect((await leadItems(leadId, "BREACH#")).length).toBeLessThanOrEqual(1);
      // None twice; what became of the lead is asked again and again on a slow machine, each time under a claim of its own.
      const mails = await mailsAbout(mark);
      const keys = mails.filter((mail) => !isOutcome(mail)).map(({ to, subject }) => `${to} ${subject}`);
      expect(new Set(keys)).toHaveLength(keys.length);
      const asked = (await leadItems(leadId, "MESSAGE#")).filter(({ purpose }) => purpose === "ask-outcome");
      expect(mails.filter(isOutcome).length).toBeLessThanOrEqual(asked.length);
    }
    for (const { mark } of leads.filter(({ status }) => status === 200).slice(0, 1))
      await mailAbout(mark, "what became of it", isOutcome);
    for (const { leadId } of leads) expect((await leadItems(leadId, "BREACH#")).length).toBeLessThanOrEqual(1);
  });
});
