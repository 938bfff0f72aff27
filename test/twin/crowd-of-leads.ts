import * as z from "zod/mini";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { answer } from "../../lambdas/follow-up/answer-page.ts";
import { unsubscribe } from "../../lambdas/nurture/unsubscribe.ts";
import { record } from "../../lambdas/outcome/outcome-page.ts";
import { formSent, jsonSent } from "../../local/twin/requests.ts";
import type { World } from "../../local/twin/world.ts";

const SentSchema = z.object({ statusCode: z.number(), body: z.optional(z.string()) });
const ReferenceSchema = z.object({ reference: z.string() });

const emailOf = (number: number): string => `lead-${number}@firma-${number}.example`;
const numberOf = (email: string): number => Number(/^lead-(\d+)@/.exec(email)?.[1]);

/** A form comes every ten seconds. */
const pauseMillis = 10_000;

/**
 * Many people at once, who do what their number says whenever a mail reaches them: some read and look at prices, some
 * are students, some agree to no mails; reps accept, reject or forget them; deals are won and lost.
 */
export class CrowdOfLeads {
  /** All mails that were sent, with the instant at which they were seen, over several worlds. */
  readonly mails: { readonly mail: Mail; readonly at: string }[] = [];
  private readonly references = new Map<number, string>();
  private sent = 0;
  private readonly first: number;
  private readonly most: number;
  private seen = 0;
  private world: World;

  constructor(world: World, most: number) {
    this.world = world;
    this.most = most;
    this.first = Date.parse(world.now());
  }

  /** The same people with the pipeline after its restore: what they were mailed before, they have. */
  moveTo(world: World): void {
    this.world = world;
    this.seen = 0;
  }

  /** Lives until this instant, or to the end of everything. */
  async until(end = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      const form = this.sent < this.most ? this.first + this.sent * pauseMillis : Number.POSITIVE_INFINITY;
      const next = this.world.nextAt ?? Number.POSITIVE_INFINITY;
      if (Math.min(form, next) > end) return this.world.reach(end);
      if (form <= next && form !== Number.POSITIVE_INFINITY) await this.arrive(form);
      else if (!(await this.world.advance())) return;
      await this.react();
    }
  }

  /** Ends our mails by the link of the last mail that they got. */
  async unsubscribes(email: string): Promise<boolean> {
    const found = this.mails.findLast(({ mail }) => mail.to.email === email && /\/unsubscribe\//.test(mail.text));
    const [, reference] = /\/unsubscribe\/([\w.~-]+)/.exec(found?.mail.text ?? "") ?? [];
    if (reference === undefined) return false;
    await unsubscribe(this.world.task)(formSent("/unsubscribe", reference, {}));
    await this.world.settle();
    return true;
  }

  private async arrive(at: number): Promise<void> {
    this.world.reach(at);
    const number = this.sent++;
    const form = {
      email: emailOf(number),
      name: `Persona ${number}`,
      company: `Firma ${number}`,
      jobTitle: number % 7 === 6 ? "Estudiante" : "Directora de operaciones",
      companySize: 120,
      industry: "Fabricación",
      country: "ES",
      phone: "+34 910 000 000",
      consent: number % 5 === 4 ? "" : "news",
    };
    const posted = await postLead(this.capture())(jsonSent("/leads", form));
    const { statusCode, body = "" } = SentSchema.parse(posted);
    if (statusCode !== 202) throw new Error(`the form got ${statusCode}: ${body}`);
    this.references.set(number, ReferenceSchema.parse(JSON.parse(body)).reference);
    await this.world.settle();
  }

  private capture() {
    return { ...this.world.task, siteOrigins: [] };
  }

  private async react(): Promise<void> {
    while (this.seen < this.world.mails.length) {
      const mail = this.world.mails[this.seen++];
      if (mail === undefined) return;
      this.mails.push({ mail, at: this.world.now() });
      await this.reactTo(mail);
      await this.world.settle();
    }
  }

  private async reactTo({ to, text, tags }: Mail): Promise<void> {
    const number = numberOf(to.email);
    if (tags?.purpose === "nurture" && number % 2 === 0) return this.looksAtPrices(number);
    const ofLead = numberOf((await this.world.lead(tags?.leadId ?? ""))?.email ?? "");
    if (tags?.purpose === "hand-off" && ofLead % 5 !== 0)
      return this.fillIn(answer, "answers", text, ofLead % 5 === 1 ? rejected : { answer: "accept" });
    if (/\/outcomes\//.test(text)) return this.fillIn(record, "outcomes", text, ofLead % 4 < 2 ? won : lost);
  }

  private async looksAtPrices(number: number): Promise<void> {
    const reference = this.references.get(number);
    const events = [{ kind: "pricing-viewed", id: `prices-${number}`, at: this.world.now() }];
    await postEngagement(this.capture())(jsonSent("/engagements", { reference, events }));
  }

  private async fillIn(
    page: typeof answer | typeof record,
    path: "answers" | "outcomes",
    text: string,
    fields: Record<string, string>,
  ): Promise<void> {
    const [, reference] = new RegExp(`/${path}/([\\w.~-]+)`).exec(text) ?? [];
    if (reference !== undefined) await page(this.world.task)(formSent(`/${path}`, reference, fields));
  }
}

const rejected = { answer: "reject", reason: "not-now" };
const won = { outcome: "won", amount: "900" };
const lost = { outcome: "lost", "lost-reason": "price" };
