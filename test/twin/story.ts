import * as z from "zod/mini";
import { postBoard } from "../../lambdas/board/post-board.ts";
import { postEngagement } from "../../lambdas/capture/post-engagement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { boardPaths, type LeadAction, type Role } from "../../lambdas/contract/board.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { signatureOf, signedHeaders } from "../../lambdas/domain/http/signature.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import type { RepChange } from "../../lambdas/domain/team/apply-rep-change.ts";
import { answer } from "../../lambdas/follow-up/answer-page.ts";
import { postAnswer } from "../../lambdas/follow-up/post-answer.ts";
import { confirm } from "../../lambdas/nurture/confirm.ts";
import { record } from "../../lambdas/outcome/outcome-page.ts";
import { postOutcome } from "../../lambdas/outcome/post-outcome.ts";
import { intakeRepChange } from "../../lambdas/team/intake-rep-change.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { formSent, jsonSent } from "../../local/twin/requests.ts";
import type { World } from "../../local/twin/world.ts";
import { anApiKey } from "../builders/api-key.ts";

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
  /** Those that the forms were answered with, the newest last. */
  private readonly references: string[] = [];
  private requests = 0;

  constructor(world: World) {
    this.world = world;
  }

  async lead(): Promise<Lead> {
    const lead = await this.leadIfAny();
    if (lead === undefined) throw new Error("there is no lead yet");
    return lead;
  }

  /** `undefined` before the form, and when the lead was erased. */
  async leadIfAny(): Promise<Lead | undefined> {
    const claim = keys.emailClaim(email);
    for (const { pk, leadId } of this.world.table.each())
      if (pk?.S === claim.pk && leadId?.S !== undefined) return this.world.lead(leadId.S);
    return undefined;
  }

  /** A colleague acts on the board, by what they see there now; who hears that it has changed looks, and acts again. */
  async act(by: { readonly user: string; readonly role: Role }, action: LeadAction, body: object): Promise<void> {
    for (let looks = 0; looks < mostLooks; looks++) {
      const { statusCode, body: said = "" } = await this.acted(by, action, body);
      if (statusCode === 200) return;
      if (statusCode !== 409) throw new Error(`the board answered ${statusCode}: ${said}`);
    }
    throw new Error(`the lead changed each time before the board could ${action}`);
  }

  private async acted(
    { user, role }: { readonly user: string; readonly role: Role },
    action: LeadAction,
    body: object,
  ): Promise<z.infer<typeof AnswerSchema>> {
    const { leadId, version } = await this.lead();
    const rawPath = `${boardPaths.api}/leads/${leadId}/${action}`;
    const claims = { username: user, "cognito:groups": `[${role}]` };
    this.requests++;
    this.world.pass(1);
    const event = {
      rawPath,
      headers: { "content-type": "application/json", "idempotency-key": `action-number-${this.requests}` },
      requestContext: { requestId: "board-request", http: { method: "POST" }, authorizer: { jwt: { claims } } },
      body: JSON.stringify({ version, ...body }),
    };
    return this.world.asked(async () => AnswerSchema.parse(await postBoard(this.world.task)(event)), isFinal);
  }

  /** Sales works in its own system, which signs. */
  async signed(path: "/answers" | "/outcomes", body: object): Promise<void> {
    const { leadId, cycle } = await this.lead();
    this.world.pass(1);
    const { keyId, secret } = await anApiKey(this.world.table, this.world.now());
    const timestamp = String(Math.floor(Date.parse(this.world.now()) / 1000));
    const text = JSON.stringify({ leadId, cycle, ...body });
    const signature = signatureOf(secret, { timestamp, method: "POST", path, body: Buffer.from(text) });
    const sent = jsonSent(path, { leadId, cycle, ...body });
    const event = {
      ...sent,
      headers: {
        ...sent.headers,
        [signedHeaders.key]: keyId,
        [signedHeaders.timestamp]: timestamp,
        [signedHeaders.signature]: signature,
      },
    };
    const post = { "/answers": postAnswer, "/outcomes": postOutcome }[path];
    const ask = async () => AnswerSchema.parse(await post({ ...this.world.task, decrypt: cipherTwin.decrypt })(event));
    const { statusCode, body: said = "" } = await this.world.asked(ask, isFinal);
    if (statusCode >= 300) throw new Error(`${path} answered ${statusCode}: ${said}`);
  }

  /** Somebody of the team is changed; the sweep of the next minutes sees to their leads. */
  async changeRep(change: RepChange): Promise<void> {
    this.world.pass(1);
    const ask = () => intakeRepChange(this.world.task, change, { by: "pablo", correlationId: "team-request" });
    await this.world.asked(ask, () => true);
    this.world.sweepFor(10);
  }

  async submit(facts: Record<string, unknown> = {}): Promise<void> {
    const posted = await this.post(() => postLead(this.capture()), "/leads", { ...form, ...facts });
    this.references.push(ReferenceSchema.parse(JSON.parse(posted.body ?? "")).reference);
  }

  /** @param form whose reference it comes by: that of a later form waits until this form is confirmed */
  engage(kind: string, form: "first" | "newest" = "newest"): Promise<unknown> {
    const reference = this.references.at(form === "first" ? 0 : -1);
    const event = { kind, id: `engagement-${this.requests}`, at: this.world.now() };
    return this.post(() => postEngagement(this.capture()), "/engagements", { reference, events: [event] });
  }

  /** What the newest mail with such a link opens is filled in and sent. */
  async fillIn(page: "answers" | "outcomes" | "confirm", fields: Record<string, string>): Promise<void> {
    const link = new RegExp(`/${page}/([\\w.~-]+)`);
    const [, reference = ""] = link.exec(this.world.mails.findLast(({ text }) => link.test(text))?.text ?? "") ?? [];
    const pages = { answers: answer, outcomes: record, confirm };
    this.world.pass(1);
    const event = formSent(`/${page}`, reference, fields);
    let asked = 0;
    const ask = async () => {
      asked++;
      return AnswerSchema.parse(await pages[page](this.world.task)(event));
    };
    const { statusCode, body = "" } = await this.world.asked(ask, isFinal);
    // Whose first answer was lost hears now that it was taken, or what the lead has become since.
    if (statusCode !== 200 && !(statusCode === 409 && asked > 1))
      throw new Error(`the page answered ${statusCode}: ${body}`);
  }

  private capture() {
    return { ...this.world.task, siteOrigins: ["https://www.engranaje.example"] };
  }

  private async post(handler: () => (event: unknown) => Promise<unknown>, path: string, body: object) {
    this.requests++;
    this.world.pass(1);
    const ask = async () => AnswerSchema.parse(await handler()(jsonSent(path, body)));
    const answered = await this.world.asked(ask, isFinal);
    if (answered.statusCode !== 202) throw new Error(`answered ${answered.statusCode}: ${answered.body}`);
    return answered;
  }
}

/** Nothing changes a lead so often within a minute. */
const mostLooks = 5;

const isFinal = ({ statusCode }: { readonly statusCode: number }): boolean => statusCode < 500;

/** The claims of mails, but for those that the mail service refused for good. */
export const claimsIn = ({ table }: World) =>
  table.items().filter((item) => item.sk?.S?.startsWith("MESSAGE#") && item.status?.S !== "undeliverable");

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
