import { expect, it } from "vitest";
import { getBoard } from "../../lambdas/board/get-board.ts";
import { readLeadStory } from "../../lambdas/board/lead-story.ts";
import { isUndecided } from "../../lambdas/domain/escalation/nobody-answered.ts";
import { mailOfTags } from "../../lambdas/domain/mail/message-tags.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import type { World } from "../../local/twin/world.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
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
  const { body } = await getBoard({ ...world.task, chapters: [], deadLetters: async () => [] })({
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
