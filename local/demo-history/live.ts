import * as z from "zod/mini";
import type { Random } from "../../lambdas/agreement/capacity-check/random.ts";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { confirm } from "../../lambdas/nurture/confirm.ts";
import { formSent, jsonSent } from "../twin/requests.ts";
import type { World } from "../twin/world.ts";
import type { Prospect } from "./prospects.ts";
import { type Due, salesOf } from "./sales.ts";

export interface History {
  readonly world: World;
  readonly agreement: Agreement;
  readonly random: Random;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * The lives of these prospects, by the real functions and the executed journey on a clock that jumps: they fill in the
 * form, confirm, read; reps answer what reaches them, mostly in time; deals are won and lost.
 */
export const live = async (history: History, prospects: readonly Prospect[]): Promise<void> => {
  const { world, until } = history;
  const sales = salesOf(history);
  let due: Due[] = prospects.map((prospect) => ({
    at: prospect.at,
    act: () => arrive(history, prospect, sales.expect),
  }));
  for (;;) {
    due = [...due, ...(await sales.takeNotice())];
    const next = due.reduce<Due | undefined>(
      (first, each) => (first === undefined || each.at < first.at ? each : first),
      undefined,
    );
    const byItself = world.nextAt;
    if (byItself !== undefined && byItself <= Math.min(next?.at ?? until, until)) await world.advance();
    else if (next !== undefined && next.at <= until) {
      world.reach(next.at);
      due = due.filter((each) => each !== next);
      due = [...due, ...((await next.act()) ?? [])];
      await world.settle();
    } else break;
  }
  world.reach(until);
};

const AnswerSchema = z.object({ statusCode: z.number(), body: z.optional(z.string()) });
const ReferenceSchema = z.object({ reference: z.string() });

/** The form is sent; what the prospect does afterwards is due later. */
const arrive = async ({ world }: History, prospect: Prospect, expect: (prospect: Prospect) => void): Promise<Due[]> => {
  const capture = { ...world.task, siteOrigins: [] };
  const posted = AnswerSchema.parse(await postLead(capture)(jsonSent("/leads", prospect.form)));
  if (posted.statusCode !== 202) throw new Error(`the history's form was refused: ${posted.body}`);
  const { reference } = ReferenceSchema.parse(JSON.parse(posted.body ?? ""));
  expect(prospect);
  const did = async (engagements: Prospect["engagements"]) => {
    const events = engagements.map(({ after, kind, subject }, i) => ({
      kind,
      subject,
      id: `${kind}-${after}-${i}`,
      at: new Date(prospect.at + after).toISOString(),
    }));
    await postEngagement(capture)(jsonSent("/engagements", { reference, events }));
    return undefined;
  };
  const before = prospect.engagements.filter(({ after }) => after < 0);
  if (before.length > 0) await did(before.slice(0, 10));
  return [
    ...prospect.engagements
      .filter(({ after }) => after >= 0)
      .map((engagement): Due => ({ at: prospect.at + engagement.after, act: () => did([engagement]) })),
    ...(prospect.confirmsAfter === undefined
      ? []
      : [{ at: prospect.at + prospect.confirmsAfter, act: () => confirmed(world, prospect) }]),
  ];
};

/** By the link of the mail that asked for it; a prospect without one has nothing to confirm. */
const confirmed = async (world: World, { form }: Prospect): Promise<undefined> => {
  const mail = world.mails.findLast(({ to, text }) => to.email === form.email && /\/confirm\//.test(text));
  const [, reference] = /\/confirm\/([\w.~-]+)/.exec(mail?.text ?? "") ?? [];
  if (reference !== undefined) await confirm(world.task)(formSent("/confirm", reference, {}));
  return undefined;
};
