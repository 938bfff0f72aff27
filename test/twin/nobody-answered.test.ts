import { describe, expect, it } from "vitest";
import { getBoard } from "../../lambdas/board/get-board.ts";
import { readLeadStory } from "../../lambdas/board/lead-story.ts";
import { isUndecided } from "../../lambdas/domain/escalation/nobody-answered.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { mailOfTags } from "../../lambdas/domain/mail/message-tags.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import type { World } from "../../local/twin/world.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { posted, type SignedIn } from "./board-requests.ts";
import { livedUntil, looksAtPrices } from "./lives.ts";
import { minutesAgreement } from "./minutes-agreement.ts";
import type { Step } from "./story.ts";

const definition = synthesisedDefinition();
const agreement = minutesAgreement();
const marketing = { user: "olga", role: "marketing" } as const;

const unanswered = (steps: readonly Step[] = []) =>
  livedUntil(definition, agreement, [looksAtPrices, ...steps], isUndecided);

/** The bus delivers each event of this kind, and once more. */
const delivered = async (world: World, times = 2) => {
  const events = world.events.filter(({ type }) => type === "NobodyAnswered");
  const parkEvent = async (_: string, reason: string) => {
    throw new Error(reason);
  };
  const Records = events.flatMap((detail) =>
    Array.from({ length: times }, () => ({ messageId: "m", body: JSON.stringify({ detail }) })),
  );
  expect(await notifyTeams({ ...world.task, parkEvent })({ Records })).toEqual({ batchItemFailures: [] });
  return events.length;
};

const toldOf = (world: World) =>
  world.mails.flatMap(({ to, subject, tags = {} }) => {
    const mail = mailOfTags(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])));
    return mail?.purpose === "nobody-answered" ? [[to.name, subject]] : [];
  });

const attention = async (world: World) => {
  const { body } = await getBoard({ ...world.task, deployedChapters: () => [], deadLetters: async () => [] })({
    rawPath: "/board/api/attention",
    rawQueryString: "",
    requestContext: {
      requestId: "r",
      http: { method: "GET" },
      authorizer: { jwt: { claims: { username: marketing.user, "cognito:groups": "[marketing]" } } },
    },
  });
  return JSON.parse(body).unanswered;
};

const blame = /silent|sign of life|señales de vida|stayed/i;

it("nobody answers: marketing and the director are told at once, and it stands under Attention, asleep too", async () => {
  const { world, story } = await unanswered();
  await world.settle();
  expect(await delivered(world)).toBe(1);
  expect(toldOf(world)).toEqual([
    ["Carla Paz", "Nadie de ventas ha respondido a Inés Otero (Talleres Norte)"],
    ["Marta Soler", "Nadie de ventas ha respondido a Inés Otero (Talleres Norte)"],
  ]);
  expect(await attention(world)).toMatchObject([
    { card: { cycle: 2 }, owners: [expect.any(String), expect.any(String)] },
  ]);
  while (await world.advance());
  const lead = await story.lead();
  expect(lead).toMatchObject({ stage: "dormant", cycle: 2, because: "quiet-unanswered" });
  expect(await attention(world)).toMatchObject([{ card: { stage: "dormant" } }]);
  const told = await readLeadStory(world.task, { ...marketing, colleagueId: undefined }, lead.leadId);
  expect(told?.why.en).toContain("sales did not answer them, and nothing new has come in since");
  expect(JSON.stringify(told)).not.toMatch(blame);
  expect(JSON.stringify(world.mails.map(({ text }) => text))).not.toMatch(blame);
  expect(await delivered(world)).toBe(1);
  expect(toldOf(world)).toHaveLength(2);
});

it("asks again, and has confirmed that it was them: nobody has to decide", async () => {
  const { world, story } = await unanswered();
  await story.submit();
  await world.settle();
  expect(await attention(world)).toHaveLength(1);
  await story.fillIn("confirm", {});
  expect(await attention(world)).toEqual([]);
});

describe("somebody decides", () => {
  const manager = { user: "pablo", role: "manager" } as const;
  const reason = "Es buen cliente";
  const last = (lead: Lead): string => lead.nobodyAnswered?.owners.at(-1) ?? "";
  const handOffs = (world: World) => world.mails.filter(({ text }) => /el\s+silencio\s+fue\s+nuestro/.test(text));
  const posting = async (world: World, by: SignedIn, lead: Lead, body: object) => {
    world.pass(1);
    return posted({ ...world.task }, by, `leads/${lead.leadId}/decide`, { version: lead.version, reason, ...body });
  };
  const asleep = async () => {
    const { world, story } = await unanswered();
    while (await world.advance());
    return { world, story, lead: await story.lead() };
  };

  it("that the same colleague calls: with a new clock and an apology, once, however often it is sent", async () => {
    const { world, story, lead } = await unanswered();
    const to = last(lead);
    const answered = await posting(world, marketing, lead, { decision: "call-again", to });
    expect(answered).toMatchObject({ statusCode: 200, body: { said: { en: expect.stringContaining(reason) } } });
    await world.settle();
    const called = await story.lead();
    expect(called).toMatchObject({ stage: "handed-off", cycle: 2, followUp: { ownerId: to, turn: 0, rung: 0 } });
    expect("followUp" in called && called.followUp.assignedAt > (lead.nobodyAnswered?.at ?? "")).toBe(true);
    expect(called.nobodyAnswered).toBeUndefined();
    expect(await attention(world)).toEqual([]);
    expect(handOffs(world).map(({ to: { email } }) => email)).toEqual([`${to}@engranaje.example`]);
    const again = await posting(world, marketing, lead, { decision: "call-again", to });
    expect([again.statusCode, again.body.said]).toEqual([200, answered.body.said]);
    await world.settle();
    expect(handOffs(world)).toHaveLength(1);
    expect((await posting(world, manager, lead, { decision: "close" })).statusCode).toBe(409);
  });

  it("that another one calls a lead who is asleep: it wakes, and goes to them", async () => {
    const { world, story, lead } = await asleep();
    const to = ["ana", "luis", "eva"].find((id) => !lead.nobodyAnswered?.owners.includes(id)) ?? "";
    expect((await posting(world, manager, lead, { decision: "other-rep", to })).statusCode).toBe(200);
    await world.settle();
    expect(await story.lead()).toMatchObject({ stage: "handed-off", cycle: 3, followUp: { ownerId: to } });
    const told = await readLeadStory(world.task, { ...manager, colleagueId: "pablo" }, lead.leadId);
    expect(told?.entries.map(({ title }) => title.es)).toContainEqual(
      expect.stringMatching(/^Pablo Rey decidió que .* le llame: «Es buen cliente»$/),
    );
    expect(JSON.stringify(told)).not.toMatch(/Marketing \(/);
    await story.fillIn("answers", { answer: "accept" });
    expect(await story.lead()).toMatchObject({ stage: "accepted" });
  });

  it("to nurture: nobody has to decide again, and still it is not the lead who was silent", async () => {
    const { world, story, lead } = await asleep();
    expect((await posting(world, marketing, lead, { decision: "nurture" })).statusCode).toBe(200);
    await world.settle();
    expect(await story.lead()).toMatchObject({ stage: "nurturing", cycle: 3 });
    expect(await attention(world)).toEqual([]);
    while (await world.advance());
    expect(await story.lead()).toMatchObject({ stage: "dormant", because: "quiet-unanswered" });
    expect(await attention(world)).toEqual([]);
  });

  it.each([["nurtured", unanswered] as const, ["asleep", asleep] as const])(
    "to close one that is %s: the cycle ends, and the journey with it",
    async (_, there) => {
      const { world, story, lead } = await there();
      expect((await posting(world, manager, lead, { decision: "close" })).statusCode).toBe(200);
      await world.settle();
      expect(await story.lead()).toMatchObject({ stage: "disqualified", because: "closed-by-hand" });
      expect(await attention(world)).toEqual([]);
      expect(world.executions.filter(({ status }) => status === "RUNNING").map(({ name }) => name)).toEqual([]);
    },
  );

  it("nothing without a caller who can take it, without a reason, or as a rep or operations", async () => {
    const { world, lead } = await unanswered();
    for (const body of [
      { decision: "other-rep" },
      { decision: "other-rep", to: "nobody" },
      { decision: "close", reason: " " },
    ])
      expect((await posting(world, marketing, lead, body)).statusCode).toBe(422);
    for (const role of ["rep", "operations"] as const)
      expect((await posting(world, { user: "ana", role }, lead, { decision: "close" })).statusCode).toBe(403);
    expect(await attention(world)).toHaveLength(1);
  });
});
