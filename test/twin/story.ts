import * as z from "zod/mini";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { answer } from "../../lambdas/follow-up/answer-page.ts";
import { record } from "../../lambdas/outcome/outcome-page.ts";
import { formSent, jsonSent } from "../../local/twin/requests.ts";
import type { World } from "../../local/twin/world.ts";

const email = "ines@talleresnorte.example";

/** Someone who fits the persona of the tests' agreement and agrees to mails, but does not know the brand yet. */
const form = {
  email,
  name: "Inés Otero",
  company: "Talleres Norte",
  jobTitle: "Directora de operaciones",
  companySize: 120,
  industry: "Fabricación",
  country: "ES",
  phone: "+34 910 000 000",
  consent: "news",
};

const AnswerSchema = z.object({ statusCode: z.number(), body: z.optional(z.string()) });
const ReferenceSchema = z.object({ reference: z.string() });

/** One lead's story: what people do, each when its time has come; the rest happens by itself. */
export class Story {
  readonly world: World;
  private reference = "";
  private requests = 0;

  constructor(world: World) {
    this.world = world;
  }

  async lead(): Promise<Lead> {
    const claim = this.world.table.items().find((item) => item.pk?.S === keys.emailClaim(email).pk);
    const lead = await this.world.lead(claim?.leadId?.S ?? "");
    if (lead === undefined) throw new Error("there is no lead yet");
    return lead;
  }

  async submit(facts: Record<string, unknown> = {}): Promise<void> {
    const posted = await this.post(postLead(this.capture()), "/leads", { ...form, ...facts });
    this.reference = ReferenceSchema.parse(JSON.parse(posted.body ?? "")).reference;
  }

  engage(kind: string): Promise<unknown> {
    const event = { kind, id: `engagement-${this.requests}`, at: this.world.now() };
    return this.post(postEngagement(this.capture()), "/engagements", { reference: this.reference, events: [event] });
  }

  /** What the newest mail with such a link opens is filled in and sent. */
  async fillIn(page: "answers" | "outcomes", fields: Record<string, string>): Promise<void> {
    const link = new RegExp(`/${page}/([\\w.~-]+)`);
    const [, reference = ""] = link.exec(this.world.mails.findLast(({ text }) => link.test(text))?.text ?? "") ?? [];
    const pages = { answers: answer, outcomes: record };
    this.world.pass(1);
    const event = formSent(`/${page}`, reference, fields);
    const { statusCode, body = "" } = AnswerSchema.parse(await pages[page](this.world.task)(event));
    if (statusCode !== 200) throw new Error(`the page answered ${statusCode}: ${body}`);
    await this.world.settle();
  }

  private capture() {
    return { ...this.world.task, siteOrigins: ["https://www.engranaje.example"] };
  }

  private async post(handler: (event: unknown) => Promise<unknown>, path: string, body: object) {
    this.requests++;
    this.world.pass(1);
    const answered = AnswerSchema.parse(await handler(jsonSent(path, body)));
    if (answered.statusCode !== 202) throw new Error(`answered ${answered.statusCode}: ${answered.body}`);
    await this.world.settle();
    return answered;
  }
}

/** What someone does when the lead is so far. */
export interface Step {
  readonly when: (lead: Lead, world: World) => boolean;
  readonly does: (story: Story) => Promise<unknown>;
}

/** Runs until the lead has ended and nothing waits; @throws when that never happens. */
export const lived = async (world: World, steps: readonly Step[], facts: Record<string, unknown> = {}) => {
  const story = new Story(world);
  await story.submit(facts);
  const left = [...steps];
  for (let steps = 0; steps < 1000; steps++) {
    const [next] = left;
    if (next?.when(await story.lead(), world)) {
      left.shift();
      await next.does(story);
    } else if (!(await world.advance())) return { lead: await story.lead(), undone: left.length };
  }
  throw new Error(`the lead's story does not end: ${JSON.stringify(await story.lead())}`);
};
