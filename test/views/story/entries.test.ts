import { beforeAll, describe, expect, it } from "vitest";
import { readDecisions } from "../../../lambdas/adapters/dynamo-decisions.ts";
import { readLeadStory } from "../../../lambdas/board/lead-story.ts";
import type { LeadStory, StoryEntry } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import type { Lead } from "../../../lambdas/domain/lead/lead.ts";
import type { World } from "../../../local/twin/world.ts";
import { synthesisedDefinition } from "../../journey/definition.ts";
import { livedUntil } from "../../twin/lives.ts";
import { type Tale, tales } from "../../twin/stories.ts";

const definition = synthesisedDefinition();
const manager = { user: "pablo", role: "manager", colleagueId: "pablo" } as const;

const taleOf = (begins: string): Tale => {
  const tale = tales.find(({ name }) => name.startsWith(begins));
  if (tale === undefined) throw new Error(`no tale begins with ${begins}`);
  return tale;
};

const tell = async ({ agreement, steps }: Tale, isThere: (lead: Lead, world: World) => boolean) => {
  const { world, lead } = await livedUntil(definition, agreement, steps, isThere);
  const story = await readLeadStory({ table: world.table, agreement, now: world.now }, manager, lead.leadId);
  if (story === undefined) throw new Error("the lead has a story");
  return { world, lead, story };
};

const inOrder = ({ entries }: LeadStory): StoryEntry[] => entries.toReversed();
const kindsOf = (story: LeadStory) => inOrder(story).map(({ kind }) => kind);
const titlesOf = (story: LeadStory, kind: StoryEntry["kind"]) =>
  inOrder(story)
    .filter((entry) => entry.kind === kind)
    .map(({ title }) => title.es);

const sentencesOf = (story: LeadStory): Bilingual[] => [
  story.why,
  ...story.next.map(({ text }) => text),
  ...story.facts.map(({ label }) => label),
  ...story.entries.flatMap(({ title, details }) => [title, ...details]),
];

describe("the story of a lead that the second rep has won", () => {
  let told: Awaited<ReturnType<typeof tell>>;
  beforeAll(async () => {
    told = await tell(taleOf("the second rep"), ({ stage }) => stage === "won");
  }, 120_000);

  it("lists everything in order of time, the newest first", () => {
    const times = told.story.entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    const kinds = kindsOf(told.story);
    expect(kinds[0]).toBe("form");
    expect(kinds).toEqual(
      expect.arrayContaining([
        "visit",
        "score",
        "decision",
        "assignment",
        "mail",
        "breach",
        "clock",
        "answer",
        "outcome",
      ]),
    );
    expect(titlesOf(told.story, "outcome")).toEqual(["SQL", "Oportunidad", "Ganado"]);
    expect(titlesOf(told.story, "clock")).toEqual([
      expect.stringMatching(/ no llegó a responder$/),
      expect.stringMatching(/ respondió en plazo$/),
    ]);
  });

  it("lists nothing twice: no entry, no move, no mail", () => {
    const entries = told.story.entries.map((entry) => JSON.stringify(entry));
    expect(new Set(entries).size).toBe(entries.length);
    expect(told.story.entries.filter(({ kind }) => kind === "mail")).toHaveLength(told.world.mails.length);
    const arrows = told.story.entries.flatMap(({ title, details }) => [title, ...details]).map(({ en }) => en);
    const moves = arrows.filter((text) => text.includes("→"));
    // Given twice, told to each, then forward to the end.
    expect(moves).toHaveLength(told.world.table.items().filter(({ sk }) => sk?.S?.startsWith("MOVE#")).length - 1);
    expect(titlesOf(told.story, "form")).toHaveLength(1);
    expect(titlesOf(told.story, "visit")).toEqual(["Página de precios visitada"]);
  });

  it("says why in the very sentences of the decisions and of the mails", async () => {
    const { story, world, lead } = told;
    for (const { reasons, of, agreementVersion } of await readDecisions(world.table, lead)) {
      const kind = of === "gate" ? "decision" : "assignment";
      const entry = story.entries.find(
        (each) => each.kind === kind && reasons.every((reason) => contains(each, reason)),
      );
      expect(entry).toMatchObject({ agreementVersion });
    }
    const mail = world.mails.find(({ text }) => text.includes("/answers/"))?.text ?? "";
    for (const { es } of story.fit.lines) expect(mail.replaceAll(/\s+/g, " ")).toContain(es);
  });

  it("says everything in both languages, with names of people and no ids", () => {
    for (const { es, en } of sentencesOf(told.story)) {
      expect(es).not.toBe("");
      expect(en).not.toBe("");
      expect(`${es} ${en}`).not.toMatch(/undefined|null|\bana\b|\bluis\b|\beva\b|\[object/);
    }
    expect(titlesOf(told.story, "answer")[0]).toMatch(/^(Ana Gil|Luis Mora|Eva Sanz) lo aceptó$/);
    expect(told.story.why.es).toMatch(/^En «Ganado» desde el .* porque ha comprado\.$/);
  });

  it("offers what can still be done: to correct an outcome", () => {
    expect(told.story).toMatchObject({
      actions: ["outcome", "new-deal", "edit", "not-same", "unsubscribe"],
      outcomes: ["won", "lost"],
      colleagues: [],
    });
    expect(told.story.version).toBe(told.lead.version);
    expect(told.story.isCut).toBe(false);
  });
});

const contains = ({ title, details }: StoryEntry, { es, en }: Bilingual): boolean =>
  [title, ...details].some((each) => each.es === es && each.en === en);

describe("what comes next", () => {
  it("is, for a lead that waits for an answer, the deadline and every rung of the ladder that is left", async () => {
    const { story, lead } = await tell(taleOf("nobody answers"), ({ stage }) => stage === "handed-off");
    const texts = story.next.map(({ text }) => text.en);
    expect(texts).toEqual([
      expect.stringMatching(/^Reminder to /),
      expect.stringMatching(/^Deadline for .* to answer$/),
      expect.stringMatching(/^Without an answer, .* is notified$/),
      "Without an answer, the lead goes to somebody else",
      expect.stringMatching(/^Without an answer, .* is notified$/),
      expect.stringMatching(/^Without an answer, .* is notified$/),
      "Without an answer, the lead returns to marketing",
    ]);
    const times = story.next.map(({ at = "" }) => at);
    expect(times).toEqual(times.toSorted());
    expect("followUp" in lead && times.includes(lead.followUp.dueAt)).toBe(true);
    expect(story.actions).toEqual(["answer", "reassign", "edit", "not-same", "unsubscribe"]);
    expect(story.colleagues.find(({ id }) => id !== "pablo")?.note.es).toMatch(
      /^\d+ de 50 esta semana, \d+ de 50 abiertos$/,
    );
  });

  it("is the next mail and its time for one that is nurtured, rest for one that sleeps, and first what people decide", async () => {
    const nurtured = await tell(
      taleOf("nobody answers"),
      ({ stage }, { mails }) => stage === "nurturing" && mails.length > 0,
    );
    const decided = "Nadie de ventas respondió: marketing o la dirección de ventas decide qué se hace";
    expect(nurtured.story.next.map(({ text }) => text.es)).toEqual([
      decided,
      expect.stringMatching(/^Siguiente correo: «/),
    ]);
    const back = await tell(taleOf("nobody answers"), ({ stage, cycle }) => stage === "dormant" && cycle === 2);
    expect(back.story.next).toMatchObject([
      { text: { es: decided } },
      { text: { en: "A new cycle begins as soon as the lead does something" } },
    ]);
    expect(new Set(back.story.entries.map(({ cycle }) => cycle))).toEqual(new Set([1, 2]));
  });

  it("is the queue and who takes it then, for an MQL for whom no one has room", async () => {
    const { story } = await tell(
      taleOf("no rep has room"),
      (lead) => lead.stage === "qualified" && lead.waiting !== undefined,
    );
    expect(story.next.map(({ text }) => text.en)).toEqual([
      "In the queue: we look for a rep again",
      "If nobody has capacity by then, the lead goes to the person named in the agreement",
    ]);
    expect(titlesOf(story, "assignment")).toEqual(["Nadie puede llevarlo por ahora"]);
  });

  it("is restricted: a rep sees own leads only", async () => {
    const { world, lead } = await tell(taleOf("the second rep"), ({ stage }) => stage === "accepted");
    const owner = "followUp" in lead ? lead.followUp.ownerId : "";
    const other = ["ana", "luis", "eva"].find((id) => id !== owner) ?? "";
    const read = (id: string) =>
      readLeadStory(
        { table: world.table, agreement: taleOf("the second rep").agreement, now: world.now },
        { user: id, role: "rep", colleagueId: id },
        lead.leadId,
      );
    expect(await read(other)).toBeUndefined();
    const own = await read(owner);
    expect(own).toMatchObject({ actions: ["outcome", "edit", "not-same", "unsubscribe"], colleagues: [] });
    expect(own?.outcomes).toContain("sales-qualified");
  });
});
