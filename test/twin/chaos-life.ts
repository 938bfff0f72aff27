import { unmarshall } from "@aws-sdk/util-dynamodb";
import { readCounters, readPulse } from "../../lambdas/adapters/dynamo-counters.ts";
import type { LeadStory } from "../../lambdas/contract/board.ts";
import { openStages } from "../../lambdas/contract/stages.ts";
import { MoveFactSchema } from "../../lambdas/domain/lead/move-fact.ts";
import { factIn } from "../../lambdas/domain/metrics/fact.ts";
import { weekOf } from "../../lambdas/domain/metrics/week.ts";
import type { Definition } from "../../local/twin/definition.ts";
import { type Chaos, World } from "../../local/twin/world.ts";
import { naiveRecount, naiveStages } from "../domain/metrics/naive-recount.ts";
import { factsOf, type Tale } from "./stories.ts";
import { Story } from "./story.ts";
import { storyOf } from "./told.ts";

/** A life that goes on longer than this never ends. */
const mostSteps = 2000;

/** What became of a life, and everything that is wrong with it. */
export interface Life {
  readonly world: World;
  readonly wrong: readonly string[];
  /** Mails that may have gone twice or not at all, and are known for it. */
  readonly unknowable: number;
  /** What would have rung for a person. */
  readonly pages: number;
  /** The lead's story at the end, as people read it. */
  readonly told: LeadStory["entries"];
}

/** Lives the tale to its end while all that goes wrong, and says what is not as it would be without. */
export const lifeOf = async (definition: Definition, tale: Tale, chaos: Chaos): Promise<Life> => {
  const world = new World(definition, tale.agreement, { chaos });
  const story = new Story(world);
  await story.submit(factsOf(tale));
  const left = [...tale.steps];
  let steps = 0;
  for (; steps < mostSteps; steps++) {
    const lead = await story.leadIfAny();
    const [next] = left;
    if (lead !== undefined && next?.when(lead, world)) {
      left.shift();
      await next.does(story);
    } else if (!(await world.advance())) break;
  }
  const items = world.table.items().map((item) => unmarshall(item));
  const { wrong: mailsWrong, unknowable } = mailsOf(world, items);
  const wrong = [
    ...(steps < mostSteps ? [] : ["it never ends"]),
    ...(left.length === 0 ? [] : [`${left.length} steps were never due`]),
    ...(await endOf(story, tale)),
    ...(isErased(tale) ? [] : mailsWrong),
    ...flagsOf(items),
    ...duesOf(items),
    ...(isErased(tale) ? tracesIn(items) : await figuresOf(world, items)),
    ...(isErased(tale) ? [] : movesOf(items)),
  ];
  const failed = world.executions.filter(({ status }) => status === "FAILED").length;
  const told = await storyOf(world, (await story.leadIfAny())?.leadId);
  return { world, wrong, unknowable, pages: failed + world.deadLetters.length, told };
};

export type Item = Record<string, unknown>;

const isErased = ({ ends }: Tale): boolean => ends.stage === undefined;

const endOf = async (story: Story, tale: Tale): Promise<string[]> => {
  const lead = await story.leadIfAny();
  if (lead?.stage === tale.ends.stage && lead?.cycle === tale.ends.cycle) return [];
  return [`it ended ${lead?.stage} ${lead?.cycle} (${lead?.because}) instead of ${tale.ends.stage} ${tale.ends.cycle}`];
};

export const kindOf = ({ sk }: Item): string => String(sk).split("#")[0] ?? "";

/** Which mail it is: the same as the key of its claim. */
const nameOf = (mail: { readonly tags?: Readonly<Record<string, string>> }): string => {
  const { cycle = "", purpose = "", step = "" } = mail.tags ?? {};
  return `${cycle}#${purpose}#${Buffer.from(step, "base64url").toString()}`;
};

/** Each mail went once; or nobody can know, and then its claim says so. No claim is open. */
export const mailsOf = (world: World, items: readonly Item[]) => {
  const went = new Map<string, number>();
  for (const mail of world.mails) went.set(nameOf(mail), (went.get(nameOf(mail)) ?? 0) + 1);
  const wrong: string[] = [];
  let unknowable = 0;
  for (const claim of items.filter((item) => kindOf(item) === "MESSAGE")) {
    const name = `${claim.cycle}#${claim.purpose}#${claim.step}`;
    const times = went.get(name) ?? 0;
    went.delete(name);
    const isOpen = claim.status === "claimed" || claim.status === "sending";
    if (isOpen) wrong.push(`the claim of ${name} is open: ${claim.status}`);
    const isRight = claim.status === "sent" ? times === 1 : claim.status === "not-sent" && times === 0;
    if (isRight || isOpen) continue;
    const attempts = Number(claim.attempt ?? 0);
    const isKnown = claim.status === "unknown" || (claim.status === "sent" && times > 0 && attempts > 1);
    if (isKnown && times <= attempts) unknowable++;
    else wrong.push(`${name} is ${claim.status}, and went ${times} times`);
  }
  for (const [name, times] of went) wrong.push(`${name} went ${times} times without a claim`);
  return { wrong, unknowable };
};

export const flagsOf = (items: readonly Item[]): string[] =>
  items.filter((item) => "needsAttention" in item).map(({ stage }) => `it is flagged, ${stage}`);

/** Of a lead that has ended, nothing is due. */
export const duesOf = (items: readonly Item[]): string[] =>
  items
    .filter((item) => kindOf(item) === "PROFILE" && !isOpenStage(String(item.stage)) && "nextDueAt" in item)
    .map(({ stage, nextDueAt }) => `it has ended, ${stage}, and is due at ${nextDueAt}`);

const isOpenStage = (stage: string): boolean => openStages.some((each) => each === stage);

export const tracesIn = (items: readonly Item[]): string[] =>
  items
    .filter((item) => /talleresnorte|910 000 00/.test(JSON.stringify(item)))
    .map(({ pk, sk }) => `of the erased person there is ${pk} ${sk}`);

/** The version that the lead had before the move, which its key ends with: the clocks of two functions may differ. */
const versionOf = ({ sk }: Item): string => String(sk).split("#").at(-1) ?? "";

/** The story tells no step twice: each move begins where the one before has ended. */
export const movesOf = (items: readonly Item[]): string[] => {
  const moves = items
    .filter((item) => kindOf(item) === "MOVE")
    .toSorted((one, other) => (versionOf(one) < versionOf(other) ? -1 : 1))
    .map((item) => MoveFactSchema.parse(item));
  return moves.flatMap(({ from, to, because }, i) => {
    const before = moves[i - 1]?.to ?? null;
    return from === before ? [] : [`it moved from ${from} to ${to} (${because}) when it was ${before}`];
  });
};

/** The live counters are those of a recount of the facts. */
export const figuresOf = async ({ table, agreement }: World, items: readonly Item[]): Promise<string[]> => {
  const { timeZone } = agreement.terms.company;
  const facts = items.filter((item) => factIn(item) !== undefined);
  const naive = naiveRecount(facts, timeZone);
  const moved = facts.filter((item) => kindOf(item) === "MOVE").map(({ at }) => weekOf(String(at), timeZone));
  const weeks = [...new Set(moved)];
  const counters = await readCounters(table, weeks);
  const wrong = weeks.flatMap((week, i) => {
    const live = plain([...(counters[i] ?? [])].map(([name, by]) => [`${week} all ${name}`, by]));
    const due = plain(Object.entries(naive).filter(([name]) => name.startsWith(`${week} all `)));
    return live === due ? [] : [`the counters of ${week} are ${live} instead of ${due}`];
  });
  const { stages } = await readPulse(table);
  const live = plain(Object.entries(stages).map(([stage, { count }]) => [stage, count]));
  const due = plain(Object.entries(naiveStages(facts)));
  return live === due ? wrong : [...wrong, `the stages count ${live} instead of ${due}`];
};

const plain = (counts: readonly (readonly [string, number])[]): string =>
  JSON.stringify(counts.filter(([, count]) => count !== 0).toSorted(([one], [other]) => (one < other ? -1 : 1)));
