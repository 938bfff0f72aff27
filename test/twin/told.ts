import { readLeadStory } from "../../lambdas/board/lead-story.ts";
import type { LeadStory } from "../../lambdas/contract/board.ts";
import type { World } from "../../local/twin/world.ts";

type Told = LeadStory["entries"];

/** The lead's story as a manager reads it on the board; nothing of a lead that was erased. */
export const storyOf = async (world: World, leadId: string | undefined): Promise<Told> => {
  if (leadId === undefined) return [];
  const story = await readLeadStory(world.task, { user: "pablo", role: "manager" }, leadId);
  const entries = story?.entries ?? [];
  return entries.map((entry) => ({ ...entry, title: { ...entry.title, en: withoutReps(entry.title.en, world) } }));
};

/** Who gets a lead is drawn by lot. */
const withoutReps = (title: string, { agreement }: World): string =>
  agreement.terms.team.reps.reduce((text, { name }) => text.replaceAll(name, "a rep"), title);

/** Decided and scored is as often as there is news, which the reasons tell. */
const areNews: readonly Told[number]["kind"][] = ["decision", "assignment", "score"];

const stepOf = ({ cycle, kind, title, details }: Told[number]): string =>
  `${cycle} ${kind} ${[title, ...(areNews.includes(kind) ? details : [])].map(({ en }) => en).join(" ")}`;

const timesOf = (told: Told): Map<string, number> => {
  const times = new Map<string, number>();
  for (const entry of told) times.set(stepOf(entry), (times.get(stepOf(entry)) ?? 0) + 1);
  return times;
};

/** Steps that the story tells more often than that of the same tale without faults. */
export const toldTwice = (told: Told, calm: Told): string[] => {
  const due = timesOf(calm);
  return [...timesOf(told)]
    .filter(([step, times]) => times > Math.max(1, due.get(step) ?? 0))
    .map(([step, times]) => `the story tells ${times} times: ${step}`);
};
