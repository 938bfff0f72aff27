import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { StateMachine } from "aws-local-stepfunctions";
import * as z from "zod/mini";
import { readGenerations } from "../../lambdas/adapters/dynamo-counter-generations.ts";
import { bumpPulse, countOnce } from "../../lambdas/adapters/dynamo-counting.ts";
import { readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readTeam } from "../../lambdas/adapters/dynamo-team.ts";
import { readQueue } from "../../lambdas/adapters/dynamo-waiting.ts";
import { beginWalk } from "../../lambdas/adapters/dynamo-walks.ts";
import { MailNotSentError } from "../../lambdas/adapters/ses-mailer.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import {
  type Envelope,
  eventItems,
  freeingEvents,
  notifyingEvents,
  toldStages,
  wakingEvents,
} from "../../lambdas/contract/events.ts";
import type { JourneyInput, Stand } from "../../lambdas/contract/journey.ts";
import { lifetimes } from "../../lambdas/contract/limits.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { countedItems } from "../../lambdas/contract/metrics.ts";
import { stagesInHand } from "../../lambdas/contract/stages.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { newWalk } from "../../lambdas/domain/agreement/walk/walk.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { elapsedMillis } from "../../lambdas/domain/working-time/duration.ts";
import { serveWaiting } from "../../lambdas/hand-off/serve-waiting.ts";
import { goOnWalking } from "../../lambdas/in-force/walk.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { count } from "../../lambdas/metrics/count.ts";
import { intakeMailFeedback } from "../../lambdas/nurture/intake-mail-feedback.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import { holdBeyondLimits } from "../../lambdas/publish/hold-beyond-limits.ts";
import { publish } from "../../lambdas/publish/publish.ts";
import { sweep, sweepRounds } from "../../lambdas/wake/sweep.ts";
import { wake } from "../../lambdas/wake/wake.ts";
import { eventsOfMail } from "../mail-events.ts";
import { allStates, type Definition, isWait, type State } from "./definition.ts";
import "./with-resolvers.ts";
import { type Attributes, dynamoTwin, type TableFault, type Twin, type TwinChange } from "./dynamo-twin.ts";
import { type Call, callNow, deathSeconds, type Fault, Faults } from "./faults.ts";
import { retried } from "./retrying.ts";
import { stepsOf } from "./steps.ts";

/** An execution is killed when its so many-th task begins, or has ended but not yet answered. */
export interface Kill {
  readonly task: number;
  readonly when: "before" | "after";
}

/** A definition, ready to be executed. */
interface Release {
  readonly states: ReadonlyMap<string, State>;
  readonly machine: StateMachine;
}

/** What goes wrong in a world, and how it draws its lots. */
export interface Chaos {
  readonly plan: readonly Fault[];
  readonly random: () => number;
}

interface WorldOptions {
  readonly kill?: Kill | undefined;
  /** When its clock begins. @default a Tuesday in Madrid's working hours */
  readonly begins?: string;
  /** Which mails the mail service refuses for good. @default none */
  readonly refuses?: ((mail: Mail) => boolean) | undefined;
  /** Which agreement the function works by that is called now. @default always the one that the world began with */
  readonly inForce?: (call: FunctionCall) => Agreement;
  /** With it, the stream is counted and both teams are notified as well. @default nothing goes wrong */
  readonly chaos?: Chaos;
}

/** A function is called: which call it is, from 1, and when. */
export interface FunctionCall {
  readonly call: number;
  readonly at: string;
}

interface Execution {
  readonly name: string;
  readonly input: JourneyInput;
  /** It keeps the definition that was deployed when it began. */
  readonly release: Release;
  /** What its functions answered, in order. */
  readonly answered: object[];
  status: "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED";
  /** So many tasks are under way: several in a parallel state. */
  tasks: number;
  abort: () => void;
}

/** Something that happens by itself at its time. */
interface Timer {
  readonly at: number;
  readonly rings: () => void;
}

interface Waiting {
  readonly token: string;
  readonly timer: Timer;
  readonly answer: (stage: Stand) => void;
}

class NamedError extends Error {
  override readonly name: string;
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

/** A message that failed so often is a dead letter (lib/house/hop.ts); it comes again after the visibility timeout. */
const mostDeliveries = 15;
const redeliveredAfterSeconds = 60;

/** Records that a stream's reader gets at once, at most (lib/house/read-stream.ts). */
const streamBatch = 100;

const mostStepsUntilAnswered = 1000;

/** A person, or the program that sends for one, tries again after this pause. */
const asksAgainAfterSeconds = 5;

/**
 * The deployed pipeline in one process: the synthesised definition is executed, its tasks are the real functions, the
 * table is the twin, its stream makes the real events and wakes the real journeys. The clock stands still until
 * `advance`, which jumps to whatever is next: a wait that is over, a retry, or the sweep of each minute.
 */
export class World {
  readonly table: Twin;
  /** Every mail that has gone, in order. */
  readonly mails: Mail[] = [];
  /** Every message to wake's queue that asks to look at a lead, in order: the lead's id. */
  readonly looks: string[] = [];
  /** Every event that was published. */
  readonly events: Envelope[] = [];
  /** Names of the states that were entered, of all executions. */
  readonly entered: string[] = [];
  readonly executions: Execution[] = [];
  /** Which tasks, by their number, were waits that stored their token. */
  readonly waitsStored: number[] = [];
  /** Is told of each wait once its token is stored, with the number of waits so far. */
  whenItWaits: (waits: number) => void = () => {};
  readonly faults: Faults;
  /** What nobody would process any more without a person. */
  readonly deadLetters: string[] = [];

  private calls = 0;
  private readonly versions = new Map<string, Agreement>();
  private working: MailTask;
  private readonly inForce: (call: FunctionCall) => Agreement;
  private clock: number;
  private readonly begins: number;
  private active = 0;
  private tasksBegun = 0;
  private timers: Timer[] = [];
  private waits: Waiting[] = [];
  private broken: { readonly by: unknown } | undefined;
  private release: Release;
  private readonly kill: Kill | undefined;
  private readonly chaos: Chaos | undefined;
  private readonly refuses: (mail: Mail) => boolean;
  private readonly readers: readonly StreamReader[];

  constructor(definition: Definition, agreement: Agreement, options: WorldOptions = {}) {
    const { kill, begins = "2026-03-10T09:30:00.000Z", chaos, refuses = () => false } = options;
    this.inForce = options.inForce ?? (() => this.agreement);
    this.clock = Date.parse(begins);
    this.begins = this.clock;
    this.release = releaseOf(definition);
    this.kill = kill;
    this.chaos = chaos;
    this.refuses = refuses;
    this.faults = new Faults(chaos?.plan);
    this.table =
      chaos === undefined
        ? dynamoTwin(undefined, undefined, { cacheMiddleware: true })
        : dynamoTwin(
            () => this.requested(),
            (operation) => this.metAt(operation),
            { cacheMiddleware: true },
          );
    this.working = {
      table: this.table,
      agreement,
      now: this.now,
      send: (mail) => this.mailed(mail),
      keyring: signingKeys(this.table),
      publicUrl: "https://api.example",
    };
    this.readers = [
      { kinds: eventItems, waiting: [], isReading: false, read: this.publisher() },
      { kinds: ["WALK"], waiting: [], isReading: false, read: this.walker() },
      ...(chaos === undefined ? [] : [{ kinds: countedItems, waiting: [], isReading: false, read: this.counter() }]),
    ];
  }

  /** As the function that asks sees it: its clock may be off. */
  readonly now = (): string => {
    const ahead = this.chaos === undefined ? 0 : (callNow.getStore()?.ahead ?? 0);
    return new Date(this.clock + ahead).toISOString();
  };

  /** What a function works with that is called now. */
  get task(): MailTask {
    return this.working;
  }

  /** The agreement by which the newest call works. */
  get agreement(): Agreement {
    return this.working.agreement;
  }

  /** Functions that have been called so far. */
  get functionCalls(): number {
    return this.calls;
  }

  /** Another agreement comes into force; what has begun goes on by the one that it began with. */
  adopt(agreement: Agreement): void {
    if (agreement !== this.working.agreement) this.working = { ...this.working, agreement };
  }

  /** The next version is signed: it holds at once, and its walk begins. */
  async comesIntoForce(agreement: Agreement): Promise<void> {
    if (this.versions.size === 0) this.versions.set("1", this.agreement);
    const [from, to] = [this.versions.size, this.versions.size + 1];
    this.versions.set(String(to), agreement);
    this.adopt(agreement);
    const walk = newWalk(to, { from: String(from), to: String(to), since: this.now() });
    await transact(this.table, [beginWalk(this.table, walk)]);
    await this.settle();
  }

  /** Tasks that have begun so far. */
  get tasks(): number {
    return this.tasksBegun;
  }

  get secondsPassed(): number {
    return (this.clock - this.begins) / 1000;
  }

  /** From now on executions begin with this definition; open ones go on with theirs. */
  deploy(definition: Definition): void {
    this.release = releaseOf(definition);
  }

  lead(leadId: string): Promise<Lead | undefined> {
    return readLead(this.table, leadId);
  }

  /** Somebody takes their time; nothing is due meanwhile. */
  pass(seconds: number): void {
    this.clock += seconds * 1000;
  }

  /** Everything that follows at once has followed: executions wait or have ended, and the stream is empty. */
  async settle(): Promise<void> {
    for (;;) {
      const changes = this.table.takeChanges();
      for (const reader of this.readers) {
        reader.waiting.push(...changes.filter((change) => isOfKind(change, reader.kinds)));
        if (reader.waiting.length > 0 && !reader.isReading) this.begun(() => this.read(reader));
      }
      if (this.broken !== undefined) throw this.broken.by;
      if (changes.length === 0 && this.active === 0) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** To the next thing that happens by itself; `false` when nothing ever will. */
  async advance(): Promise<boolean> {
    const next = this.next();
    if (next === undefined) return false;
    this.clock = Math.max(this.clock, next.at);
    if (next.timer === undefined) this.begun(() => this.swept());
    else {
      this.timers = this.timers.filter((timer) => timer !== next.timer);
      next.timer.rings();
    }
    await this.settle();
    return true;
  }

  /** The sweep of each of the next minutes, whether or not it will find anything overdue. */
  sweepFor(minutes: number): void {
    for (let minute = 1; minute <= minutes; minute++)
      this.begun(async () => {
        await this.pause(60 * minute);
        await this.swept();
      });
  }

  /** When the next thing happens by itself, in milliseconds since 1970. */
  get nextAt(): number | undefined {
    return this.next()?.at;
  }

  /** It is that time; the caller has dealt with everything that happens before. */
  reach(instant: number): void {
    this.clock = Math.max(this.clock, instant);
  }

  /**
   * A person's request, asked again until it is answered for good; everything else goes on meanwhile.
   * @param isAnswer whether it need not be asked again
   */
  async asked<T>(attempt: () => Promise<T>, isAnswer: (answer: T) => boolean): Promise<T> {
    const answers: T[] = [];
    this.begun(async () => {
      while (answers.length === 0) {
        const answer = await this.called(attempt).catch(this.unlessBroken);
        if (answer !== undefined && isAnswer(answer)) answers.push(answer);
        else await this.pause(asksAgainAfterSeconds);
      }
    });
    await this.settle();
    for (let steps = 0; steps < mostStepsUntilAnswered; steps++) {
      const [answer] = answers;
      if (answer !== undefined) return answer;
      if (!(await this.advance())) break;
    }
    throw new Error("a request was never answered");
  }

  private next(): { readonly at: number; readonly timer?: Timer } | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) if (first === undefined || timer.at < first.at) first = timer;
    const sweptAt = this.nextTellingSweep();
    if (first === undefined) return sweptAt === undefined ? undefined : { at: sweptAt };
    return first.at <= (sweptAt ?? first.at) ? { at: first.at, timer: first } : { at: sweptAt ?? first.at };
  }

  /** Every minute there is a sweep; this is the next one that finds something overdue. */
  private nextTellingSweep(): number | undefined {
    let first: string | undefined;
    for (const item of this.table.each()) {
      const due = sweptAfter(item);
      if (due !== undefined && (first === undefined || due < first)) first = due;
    }
    if (first === undefined) return undefined;
    const overdueAt = Date.parse(first) + 60_000;
    return Math.max(Math.ceil((overdueAt + 1) / 60_000) * 60_000, this.clock + 60_000);
  }

  /** Something goes on beside everything else. */
  private begun(work: () => Promise<unknown>): void {
    this.active++;
    callNow
      .exit(work)
      .catch((error: unknown) => {
        this.broken ??= { by: error };
      })
      .finally(() => {
        this.active--;
      });
  }

  /** Whoever waits here goes on when the clock has come so far. */
  private async pause(seconds: number): Promise<void> {
    this.active--;
    await new Promise<void>((resolve) => {
      const rings = () => {
        this.active++;
        resolve();
      };
      this.timers.push({ at: this.clock + seconds * 1000, rings });
    });
  }

  /**
   * A function is called.
   * @throws what it throws, or the name under which its caller hears that it died
   */
  private async called<T>(work: () => Promise<T>, cut?: Cut): Promise<T> {
    this.adopt(this.inForce({ call: ++this.calls, at: this.now() }));
    if (this.chaos === undefined) return work();
    const [off, dies] = [...this.faults.next("call")].reduce<[ClockOff?, (Death | Cut)?]>(
      ([clock, death], fault) => (fault.kind === "dies" ? [clock, fault] : [fault, death]),
      [undefined, cut],
    );
    let die = () => {};
    const died = new Promise<"died">((resolve) => {
      die = () => resolve("died");
    });
    const endsAfter = typeof dies?.after === "number" ? dies.after : Number.POSITIVE_INFINITY;
    if (off !== undefined) this.faults.happened(off);
    const call: Call = { ahead: (off?.seconds ?? 0) * 1000, requests: 0, endsAfter, die };
    const result = callNow.run(call, work);
    const ended = await Promise.race([result.then((value) => ({ value })), died]);
    if (dies !== undefined && (ended === "died" || dies.after === "its-end")) {
      this.faults.happened(dies);
      await this.pause(deathSeconds[dies.as]);
      throw new NamedError(dies.as);
    }
    if (ended === "died") throw new Error("a call died that nobody let die");
    return ended.value;
  }

  /** A state writes by itself: its request may meet a fault, but there is no function that could die. */
  private byItself<T>(work: () => Promise<T>): Promise<T> {
    if (this.chaos === undefined) return work();
    return callNow.run({ ahead: 0, requests: 0, endsAfter: Number.POSITIVE_INFINITY, die: () => {} }, work);
  }

  /** A request of a function that has died is never carried out, and never answered. */
  private async requested(): Promise<void> {
    const call = callNow.getStore();
    if (call === undefined) return;
    if (call.requests >= call.endsAfter) {
      call.die();
      await new Promise(() => {});
    }
    call.requests++;
  }

  /** The fault that the next request meets; the real writes of tests between two steps meet none. */
  private metAt(operation: string): TableFault | undefined {
    if (callNow.getStore() === undefined) return undefined;
    const isTransaction = operation === "TransactWriteItemsCommand";
    const isPlainWrite = /^(Put|Update|Delete)Item/.test(operation);
    const faults = this.faults.next("request");
    const [planned] = isTransaction || isPlainWrite ? [...this.faults.next("write"), ...faults] : faults;
    if (planned === undefined) return undefined;
    // Only a transaction is in progress, and only writes meet another.
    const isPossible = planned.kind === "in-progress" ? isTransaction : isTransaction || isPlainWrite;
    const isHere = !["in-progress", "conflict"].includes(planned.kind) || isPossible;
    const fault: TableFault = isHere || !("times" in planned) ? planned : { kind: "throttled", times: planned.times };
    this.faults.happened({ of: isTransaction ? "transaction" : operationKinds(operation), kind: fault.kind });
    return fault;
  }

  /** A request to Step Functions, which meets the same faults. */
  private async stepFunctions<T>(carryOut: () => Promise<T>): Promise<T> {
    if (this.chaos === undefined) return carryOut();
    await this.requested();
    const fault = this.metAt("StepFunctions");
    if (fault?.kind === "answer-lost-repeated") await carryOut();
    if (fault === undefined || fault.kind === "answer-lost-repeated") return carryOut();
    if (fault.kind === "answer-lost") await carryOut();
    throw new NamedError(fault.kind === "answer-lost" ? "TimeoutError" : "ThrottlingException");
  }

  /** What the bus or a queue takes, as its fault lets it; what it did not take. */
  private taken<T>(of: "publication" | "sending", all: readonly T[], take: (one: T) => void): readonly T[] {
    const [fault] = this.chaos === undefined || all.length === 0 ? [] : this.faults.next(of);
    if (fault !== undefined) this.faults.happened(fault);
    if (fault?.kind === "failed") throw new NamedError("ThrottlingException");
    const refused = fault?.kind === "some-refused" ? all.filter((_, i) => i % 2 === 0) : [];
    for (const one of all) if (!refused.includes(one)) take(one);
    if (fault?.kind === "answer-lost") throw new NamedError("TimeoutError");
    return refused;
  }

  private async mailed(mail: Mail): Promise<{ readonly providerId: string }> {
    if (this.refuses(mail)) throw new MailNotSentError("no such recipient", { refusal: "recipient" });
    const [fault] = this.faults.next("mail");
    if (fault !== undefined) this.faults.happened(fault);
    if (fault?.kind === "refused")
      throw new MailNotSentError("the mail service refused the mail", { refusal: "for-now" });
    const providerId = `mail-${this.mails.length + 1}`;
    if (fault?.kind !== "answer-lost" || fault.went) {
      this.mails.push(mail);
      if (this.chaos !== undefined && fault?.kind !== "unheard-of") this.tellsOf(mail, providerId);
    }
    if (fault?.kind === "answer-lost") throw new NamedError("TimeoutError");
    return { providerId };
  }

  /** What the mail service says later of a mail that went. */
  private tellsOf({ to, tags = {} }: Mail, providerId: string): void {
    const request = {
      ConfigurationSetName: "twin",
      Destination: { ToAddresses: [to.email] },
      EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    };
    for (const { detail } of eventsOfMail(request, providerId, this.now()))
      this.queued(JSON.stringify({ id: providerId, detail }), this.hearing);
  }

  private async swept(): Promise<void> {
    const rounds = () =>
      sweepRounds({
        table: this.table,
        agreement: this.agreement,
        now: this.now,
        send: this.sending,
        isRunning: async (name) => this.executions.some((each) => each.name === name && each.status === "RUNNING"),
        count: () => {},
        ring: () => {},
        stalled: () => {},
        keep: async () => {},
      });
    const [cut] = this.faults.next("sweep");
    await this.called(() => sweep(rounds())(), cut).catch(this.unlessBroken);
  }

  /** To wake's queue. */
  private readonly sending = async (bodies: readonly string[]): Promise<void> => {
    const refused = this.taken("sending", bodies, (body) => {
      this.looks.push(LookSchema.parse(JSON.parse(body)).lookAt);
      this.begun(() => this.consumed(body, this.waking));
    });
    if (refused.length > 0) throw new Error(`${refused.length} messages were not queued`);
  };

  /** The same, one each second. */
  private readonly sendingPaced = async (bodies: readonly string[]): Promise<void> => {
    const all = bodies.map((body, i) => ({ body, i }));
    const refused = this.taken("sending", all, ({ body, i }) => {
      this.looks.push(LookSchema.parse(JSON.parse(body)).lookAt);
      this.begun(async () => {
        if (i > 0) await this.pause(i);
        await this.consumed(body, this.waking);
      });
    });
    if (refused.length > 0) throw new Error(`${refused.length} messages were not queued`);
  };

  /** Without chaos, nothing may fail. */
  private readonly unlessBroken = (error: unknown): undefined => {
    if (this.chaos === undefined) throw error;
  };

  /** The stream delivers records in batches, again from the first one on that was not dealt with. */
  private async read(reader: StreamReader): Promise<void> {
    reader.isReading = true;
    while (reader.waiting.length > 0) {
      const batch = reader.waiting.slice(0, streamBatch);
      const event = { Records: batch.map((change) => this.recordOf(change)) };
      const answer = await this.called(() => reader.read(event)).catch(this.unlessBroken);
      const [failed] = answer?.batchItemFailures ?? [{ itemIdentifier: batch[0]?.id }];
      reader.waiting.splice(
        0,
        failed === undefined ? batch.length : batch.findIndex(({ id }) => id === failed.itemIdentifier),
      );
      if (failed !== undefined) await this.pause(1);
    }
    reader.isReading = false;
  }

  private recordOf({ id, before, after }: TwinChange) {
    const images = { OldImage: before, NewImage: after };
    return { eventID: id, dynamodb: { ApproximateCreationDateTime: this.clock / 1000, SequenceNumber: id, ...images } };
  }

  private readonly parkRecord = async (body: string, reason: string): Promise<void> => {
    if (this.chaos === undefined) throw new Error(`a record of the stream was parked: ${reason}`);
    this.deadLetters.push(`${reason}: ${body}`);
  };

  private publisher(): StreamReader["read"] {
    const put = async (events: readonly Envelope[]) =>
      this.taken("publication", events, (event) => this.delivered(event)).map((event) => ({
        event,
        code: "ThrottlingException",
      }));
    return (event) => {
      const hold = holdBeyondLimits({ table: this.table, agreement: this.agreement, now: this.now });
      return publish({ hold, put, parkRecord: this.parkRecord })(event);
    };
  }

  /** A version has come into force: its walk goes on, turn by turn. */
  private walker(): StreamReader["read"] {
    return async (event) => {
      for (const { dynamodb } of WalkEventSchema.parse(event).Records)
        await goOnWalking(
          { table: this.table, now: this.now, sendPaced: this.sendingPaced, terms: async (id) => this.termsOf(id) },
          Number(dynamodb.NewImage.number.N),
          Number(dynamodb.NewImage.turn.N),
        );
      return { batchItemFailures: [] };
    };
  }

  private termsOf(id: string): Agreement {
    const terms = this.versions.get(id);
    if (terms === undefined) throw new Error(`there are no terms ${id}`);
    return terms;
  }

  private counter(): StreamReader["read"] {
    const { table } = this;
    return count({
      timeZone: this.agreement.terms.company.timeZone,
      generations: () => readGenerations(table),
      countOnce: (event, counting) => countOnce(table, event, counting),
      bumpPulse: (generation, stage) => bumpPulse(table, generation, stage),
      measure: () => {},
      parkRecord: this.parkRecord,
    });
  }

  private delivered(event: Envelope): void {
    this.events.push(event);
    const body = JSON.stringify({ detail: event });
    if (wakingEvents.some((type) => type === event.type)) this.queued(body, this.waking);
    if (this.chaos !== undefined && notifies(event)) this.queued(body, this.notifying);
    if (this.chaos !== undefined && freesPlace(event)) this.queued(body, this.servingWaiting);
  }

  private readonly waking = (batch: object) =>
    wake({ table: this.table, journeys: this.journeys(), now: this.now })(batch);

  private readonly notifying = (batch: object) => notifyTeams({ ...this.task, parkEvent: this.parkRecord })(batch);

  /** Frees a place: the first lead that waits for one is woken. */
  private readonly servingWaiting = async () => {
    const { table, agreement, now, sending: send } = this;
    const team = (at: string) => readTeam(table, agreement, at);
    await serveWaiting({ agreement, now, send, team, queue: (most) => readQueue(table, most) });
    return { batchItemFailures: [] };
  };

  private readonly hearing = (batch: object) =>
    intakeMailFeedback({ ...this.task, measure: () => {}, parkEvent: this.parkRecord })(batch);

  /** The bus delivers an event to a queue, mostly at once and once. */
  private queued(body: string, consume: Consumer): void {
    const [fault] = this.chaos === undefined ? [] : this.faults.next("event");
    if (fault !== undefined) this.faults.happened(fault);
    this.begun(async () => {
      if (fault?.kind === "late") await this.pause(fault.seconds);
      await this.consumed(body, consume);
      if (fault?.kind !== "twice") return;
      await this.pause(fault.seconds);
      await this.consumed(body, consume);
    });
  }

  /** A queue delivers a message until it is dealt with. */
  private async consumed(body: string, consume: Consumer): Promise<void> {
    const batch = { Records: [{ messageId: "message", body }] };
    for (let delivery = 1; delivery <= mostDeliveries; delivery++) {
      const answer = await this.called(() => consume(batch)).catch(this.unlessBroken);
      if (answer?.batchItemFailures.length === 0) return;
      if (this.chaos === undefined) throw new Error(`a message failed: ${body}`);
      await this.pause(redeliveredAfterSeconds);
    }
    this.deadLetters.push(body);
  }

  private journeys() {
    return {
      start: (name: string, input: JourneyInput) =>
        this.stepFunctions(async () => {
          const known = this.executions.find((each) => each.name === name);
          if (known === undefined) this.begin(name, input);
          return known === undefined || known.status === "RUNNING" ? ("running" as const) : ("ended" as const);
        }),
      answer: (taskToken: string, stage: Stand) =>
        this.stepFunctions(async () => {
          const wait = this.waits.find(({ token }) => token === taskToken);
          if (wait === undefined) return "closed" as const;
          this.waits = this.waits.filter((each) => each !== wait);
          this.timers = this.timers.filter((timer) => timer !== wait.timer);
          wait.answer(stage);
          return "answered" as const;
        }),
      status: async (name: string) => this.executions.find((each) => each.name === name)?.status,
    };
  }

  private begin(name: string, input: JourneyInput): void {
    const { release } = this;
    const execution: Execution = { name, input, release, answered: [], status: "RUNNING", tasks: 0, abort: () => {} };
    this.executions.push(execution);
    this.active++;
    const tasks = [...release.states].filter(([, { Type }]) => Type === "Task");
    // Not part of the call that starts it.
    const { result, eventLogs, abort } = callNow.exit(() =>
      release.machine.run(JSON.parse(JSON.stringify(input)), {
        overrides: {
          taskResourceLocalHandlers: Object.fromEntries(
            tasks.map(([task, state]) => [task, (told: unknown) => this.carriedOut(execution, task, state, told)]),
          ),
        },
        context: {
          Execution: { Name: name, Id: `arn:${name}` },
          State: { EnteredTime: this.now() },
          Task: { Token: "token" },
        },
      }),
    );
    execution.abort = abort;
    void this.watched(execution, result, eventLogs);
  }

  private async watched(
    execution: Execution,
    result: Promise<unknown>,
    eventLogs: AsyncIterable<{ type: string; state?: { name: string } }>,
  ) {
    const counted = (async () => {
      for await (const event of eventLogs)
        if (event.type === "StateEntered") this.entered.push(event.state?.name ?? "");
    })();
    const ended = await result.then(
      () => "SUCCEEDED" as const,
      () => "FAILED" as const,
    );
    if (execution.status !== "RUNNING") return;
    await counted;
    execution.status = ended;
    this.active--;
  }

  /** One task, with its retries. Tasks side by side may pause each on its own: one of them counts for the execution. */
  private async carriedOut(execution: Execution, name: string, state: State, told: unknown): Promise<Answer> {
    if (execution.tasks++ > 0) this.active++;
    try {
      return await retried(
        state,
        () => this.attempted(execution, name, state, told),
        (longestSeconds) => this.pause(longestSeconds * (this.chaos?.random() ?? 0)),
      );
    } finally {
      if (--execution.tasks > 0) this.active--;
    }
  }

  /** The real function, or the write of a wait. The killed execution never hears of the end. */
  private async attempted(execution: Execution, name: string, state: State, told: unknown): Promise<Answer> {
    const task = ++this.tasksBegun;
    if (this.kill?.task === task && this.kill.when === "before") return this.killed(execution);
    if (isWait(state)) return this.waited(execution, told, task);
    const isStep = stepsOf(this.task)[name] !== undefined;
    const answer = await (isStep
      ? this.called(() => this.stepNow(name, told))
      : this.byItself(() => this.written(told)));
    if (this.kill?.task === task && this.kill.when === "after") return this.killed(execution);
    execution.answered.push(answer);
    return JSON.parse(JSON.stringify(answer));
  }

  /** The function of the state, with what holds at this moment. */
  private async stepNow(name: string, told: unknown): Promise<object> {
    const step = stepsOf(this.task)[name];
    if (step === undefined) throw new Error(`no function is called in ${name}`);
    return step(told);
  }

  private killed(execution: Execution): Promise<never> {
    execution.status = "ABORTED";
    execution.abort();
    this.active--;
    return new Promise(() => {});
  }

  private async waited(execution: Execution, told: unknown, task: number): Promise<Answer> {
    const { smarketingSeconds, ...call } = WaitCallSchema.parse(told);
    const token = `${execution.name}.${task}`;
    const values = { ...call.ExpressionAttributeValues, ":token": { S: token } };
    await this.byItself(() => this.written({ ...call, ExpressionAttributeValues: values }));
    this.waitsStored.push(task);
    if (this.kill?.task === task && this.kill.when === "after") return this.killed(execution);
    this.active--;
    const stage = await new Promise<Stand | undefined>((resolve) => {
      const goesOn = (answer: Stand | undefined) => {
        this.active++;
        resolve(answer);
      };
      const timer = { at: this.clock + smarketingSeconds * 1000, rings: () => goesOn(undefined) };
      this.timers.push(timer);
      this.waits.push({ token, timer, answer: goesOn });
      this.whenItWaits(this.waitsStored.length);
    });
    this.waits = this.waits.filter((wait) => wait.token !== token);
    if (stage === undefined) throw new NamedError("States.Timeout");
    return stage;
  }

  /** What a state writes to the table itself. */
  private async written(told: unknown): Promise<object> {
    const { ExpressionAttributeNames, ...call } = CallSchema.parse(told);
    const names = ExpressionAttributeNames === undefined ? {} : { ExpressionAttributeNames };
    try {
      await this.table.client.send(new UpdateItemCommand({ ...call, ...names, TableName: this.table.tableName }));
      return {};
    } catch (error) {
      const name = error instanceof Error ? error.name : "DynamoDbException";
      throw new NamedError(`DynamoDb.${integrationNames[name] ?? name}`);
    }
  }
}

/** From when on the sweep would do something about this item: a lead, a mail whose fate is not known, an erasure. */
const sweptAfter = ({ pk, sk, at, nextDueAt, settlesAt, attentionAt }: Attributes): string | undefined => {
  if (sk?.S?.startsWith("WALK#")) return attentionAt?.S;
  if (settlesAt !== undefined && attentionAt !== undefined) return settlesAt.S;
  if (pk?.S !== keys.erasure("").pk) return nextDueAt?.S;
  return new Date(Date.parse(at?.S ?? "") + elapsedMillis(lifetimes.erasureSettles)).toISOString();
};

/** What Step Functions calls the faults of its own SDK. */
const integrationNames: Partial<Record<string, string>> = {
  TimeoutError: "SdkClientException",
  InternalServerError: "InternalServerErrorException",
};

type ClockOff = Extract<Fault, { kind: "clock-off" }>;
type Death = Extract<Fault, { kind: "dies" }>;
type Cut = Extract<Fault, { kind: "cut" }>;

const operationKinds = (operation: string): string => {
  if (operation === "StepFunctions") return "journey";
  return /^(Put|Update|Delete|BatchWrite)/.test(operation) ? "write" : "read";
};

/** As the rule of the bus has it (lib/hand-off/waiting-line.ts). */
const notifies = ({ type, data }: Envelope): boolean =>
  notifyingEvents.some((each) => each === type) && (!("to" in data) || toldStages.some((stage) => stage === data.to));

const freesPlace = ({ type, data }: Envelope): boolean =>
  freeingEvents.some((each) => each === type) &&
  (!("from" in data) || stagesInHand.some((stage) => stage === data.from));

type Consumer = (batch: object) => Promise<{ readonly batchItemFailures: readonly unknown[] }>;

const isOfKind = ({ after }: TwinChange, kinds: readonly string[]): boolean =>
  kinds.some((kind) => kind === after?.sk?.S?.split("#")[0]);

/** A consumer of the table's stream, and what it has not dealt with yet. */
interface StreamReader {
  /** First parts of the sort keys of the items whose changes it gets, as on AWS (lib/house/read-stream.ts). */
  readonly kinds: readonly string[];
  readonly waiting: TwinChange[];
  isReading: boolean;
  readonly read: (event: unknown) => Promise<{ readonly batchItemFailures: readonly { itemIdentifier: string }[] }>;
}

const LookSchema = z.object({ lookAt: z.string() });
const NumberSchema = z.object({ N: z.string() });
const WalkEventSchema = z.object({
  Records: z.array(
    z.object({ dynamodb: z.object({ NewImage: z.object({ number: NumberSchema, turn: NumberSchema }) }) }),
  ),
});

/** The interpreter takes whatever JSON there is. */
type Answer = ReturnType<typeof JSON.parse>;

const call = {
  Key: z.custom<Attributes>(),
  UpdateExpression: z.string(),
  ConditionExpression: z.string(),
  ExpressionAttributeNames: z.optional(z.record(z.string(), z.string())),
  ExpressionAttributeValues: z.custom<Attributes>(),
};
const CallSchema = z.object(call);
const WaitCallSchema = z.object({ ...call, smarketingSeconds: z.number() });

/** The interpreter's own timers: longer than any test, and no longer than `setTimeout` takes. */
const neverSeconds = 1_000_000;

/** Hundreds of worlds run the same definition, which is never changed once one does. */
const releases = new WeakMap<Definition, Release>();

const releaseOf = (definition: Definition): Release => {
  const release = releases.get(definition) ?? {
    states: new Map(allStates(definition)),
    machine: new StateMachine(interpretable(definition), { validationOptions: { noValidate: true } }),
  };
  releases.set(definition, release);
  return release;
};

/** The interpreter has no timers to jump: the seconds of a wait are told to its task instead. */
const interpretable = (definition: Definition) => {
  const copy = structuredClone(definition);
  for (const [, state] of allStates(copy)) {
    const { TimeoutSecondsPath: path } = state;
    if (isWait(state) && path !== undefined)
      Object.assign(state, { Parameters: { ...Object(state.Parameters), "smarketingSeconds.$": path } });
    delete state.TimeoutSecondsPath;
    // Its own retrying knows neither this clock nor all of Step Functions' rules.
    delete state.Retry;
    if (state.Type === "Task") state.TimeoutSeconds = neverSeconds;
  }
  return JSON.parse(JSON.stringify(copy));
};
