import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { StateMachine } from "aws-local-stepfunctions";
import * as z from "zod/mini";
import { overdueLeads } from "../../lambdas/adapters/dynamo-board.ts";
import { readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { type Envelope, wakingEvents } from "../../lambdas/contract/events.ts";
import type { JourneyInput, Stand } from "../../lambdas/contract/journey.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { eventsOfChange } from "../../lambdas/domain/publish/events-of-change.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { sweepOverdue } from "../../lambdas/wake/sweep.ts";
import { wake } from "../../lambdas/wake/wake.ts";
import { allStates, type Definition, isWait } from "./definition.ts";
import "./with-resolvers.ts";
import { type Attributes, dynamoTwin, type Twin } from "./dynamo-twin.ts";
import { stepsOf } from "./steps.ts";

/** An execution is killed when its so many-th task begins, or has ended but not yet answered. */
export interface Kill {
  readonly task: number;
  readonly when: "before" | "after";
}

/** A definition, ready to be executed. */
interface Release {
  readonly definition: Definition;
  readonly machine: StateMachine;
}

interface Execution {
  readonly name: string;
  readonly input: JourneyInput;
  /** It keeps the definition that was deployed when it began. */
  readonly release: Release;
  /** What its functions answered, in order. */
  readonly answered: object[];
  status: "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED";
  abort: () => void;
}

interface Waiting {
  readonly token: string;
  readonly execution: Execution;
  readonly until: number;
  readonly answer: (stage: Stand) => void;
  readonly fail: (error: Error) => void;
}

class NamedError extends Error {
  override readonly name: string;
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

/**
 * The deployed pipeline in one process: the synthesised definition is executed, its tasks are the real functions, the
 * table is the twin, its stream makes the real events and wakes the real journeys. The clock stands still until
 * `advance`, which jumps to whatever is next: a wait that is over, or the sweep of each minute.
 */
export class World {
  readonly table: Twin;
  readonly agreement: Agreement;
  readonly task: MailTask;
  /** Every mail that has gone, in order. */
  readonly mails: Mail[] = [];
  /** Every event that was published. */
  readonly events: Envelope[] = [];
  /** Names of the states that were entered, of all executions. */
  readonly entered: string[] = [];
  readonly executions: Execution[] = [];
  /** Which tasks, by their number, were waits that stored their token. */
  readonly waitsStored: number[] = [];
  /** Is told of each wait once its token is stored, with the number of waits so far. */
  whenItWaits: (waits: number) => void = () => {};

  private clock: number;
  private readonly begins: number;
  private active = 0;
  private tasksBegun = 0;
  private waits: Waiting[] = [];
  private looks: string[] = [];
  private release: Release;
  private readonly kill: Kill | undefined;

  /** @param begins when its clock begins: if nothing is said, on a Tuesday in Madrid's working hours */
  constructor(definition: Definition, agreement: Agreement, kill?: Kill, begins = "2026-03-10T09:30:00.000Z") {
    this.clock = Date.parse(begins);
    this.begins = this.clock;
    this.release = releaseOf(definition);
    this.agreement = agreement;
    this.kill = kill;
    this.table = dynamoTwin();
    this.task = {
      table: this.table,
      agreement,
      now: this.now,
      send: async (mail) => {
        this.mails.push(mail);
        return { providerId: `mail-${this.mails.length}` };
      },
      keyring: signingKeys(this.table),
      publicUrl: "https://api.example",
    };
  }

  readonly now = (): string => new Date(this.clock).toISOString();

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
      for (const { id, before, after } of changes) await this.published(id, before, after);
      const looks = this.looks.splice(0);
      for (const lookAt of looks) await this.woken({ lookAt });
      if (changes.length === 0 && looks.length === 0 && this.active === 0) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** To the next thing that happens by itself; `false` when nothing ever will. */
  async advance(): Promise<boolean> {
    const next = this.next();
    if (next === undefined) return false;
    this.clock = Math.max(this.clock, next.at);
    if (next.wait === undefined) await this.swept();
    else {
      this.waits = this.waits.filter((wait) => wait !== next.wait);
      this.active++;
      next.wait.fail(new NamedError("States.Timeout"));
    }
    await this.settle();
    return true;
  }

  /** When the next thing happens by itself, in milliseconds since 1970. */
  get nextAt(): number | undefined {
    return this.next()?.at;
  }

  /** It is that time; the caller has dealt with everything that happens before. */
  reach(instant: number): void {
    this.clock = Math.max(this.clock, instant);
  }

  private next(): { readonly at: number; readonly wait?: Waiting } | undefined {
    const first = this.waits.toSorted((one, other) => one.until - other.until)[0];
    const sweptAt = this.nextTellingSweep();
    if (first === undefined) return sweptAt === undefined ? undefined : { at: sweptAt };
    return first.until <= (sweptAt ?? first.until) ? { at: first.until, wait: first } : { at: sweptAt ?? first.until };
  }

  /** Every minute there is a sweep; this is the next one that finds something overdue. */
  private nextTellingSweep(): number | undefined {
    let first: string | undefined;
    for (const { nextDueAt } of this.table.each()) {
      const due = nextDueAt?.S;
      if (due !== undefined && (first === undefined || due < first)) first = due;
    }
    if (first === undefined) return undefined;
    const overdueAt = Date.parse(first) + 60_000;
    return Math.max(Math.ceil((overdueAt + 1) / 60_000) * 60_000, this.clock + 60_000);
  }

  private async swept(): Promise<void> {
    await sweepOverdue({
      now: this.now,
      overdue: (dueBefore) => overdueLeads(this.table, dueBefore),
      lookAt: async (leadIds) => {
        this.looks.push(...leadIds);
      },
    });
  }

  private async published(id: string, before: Attributes | undefined, after: Attributes | undefined): Promise<void> {
    const plain = (item: Attributes | undefined) => (item === undefined ? undefined : unmarshall(item));
    for (const event of eventsOfChange({ id, at: this.now(), before: plain(before), after: plain(after) })) {
      this.events.push(event);
      if (wakingEvents.some((type) => type === event.type)) await this.woken({ detail: event });
    }
  }

  private async woken(message: object): Promise<void> {
    const deps = { table: this.table, journeys: this.journeys(), now: this.now };
    const { batchItemFailures } = await wake(deps)({
      Records: [{ messageId: "message", body: JSON.stringify(message) }],
    });
    if (batchItemFailures.length > 0) throw new Error(`a wake-up failed: ${JSON.stringify(message)}`);
  }

  private journeys() {
    return {
      start: async (name: string, input: JourneyInput) => {
        const known = this.executions.find((each) => each.name === name);
        if (known === undefined) this.begin(name, input);
        return known === undefined || known.status === "RUNNING" ? ("running" as const) : ("ended" as const);
      },
      answer: async (taskToken: string, stage: Stand) => {
        const wait = this.waits.find(({ token }) => token === taskToken);
        if (wait === undefined) return "closed" as const;
        this.waits = this.waits.filter((each) => each !== wait);
        this.active++;
        wait.answer(stage);
        return "answered" as const;
      },
      status: async (name: string) => this.executions.find((each) => each.name === name)?.status,
    };
  }

  private begin(name: string, input: JourneyInput): void {
    const { release } = this;
    const execution: Execution = { name, input, release, answered: [], status: "RUNNING", abort: () => {} };
    this.executions.push(execution);
    this.active++;
    const states = allStates(release.definition);
    const tasks = states.filter(([, { Type }]) => Type === "Task").map(([task]) => task);
    const { result, eventLogs, abort } = release.machine.run(JSON.parse(JSON.stringify(input)), {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          tasks.map((task) => [task, (told: unknown) => this.carriedOut(execution, task, told)]),
        ),
        retryIntervalOverrides: Object.fromEntries(states.map(([state]) => [state, 0])),
      },
      context: {
        Execution: { Name: name, Id: `arn:${name}` },
        State: { EnteredTime: this.now() },
        Task: { Token: "token" },
      },
    });
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

  /** One task: the real function, or the write of a wait. The killed execution never hears of the end. */
  private async carriedOut(execution: Execution, name: string, told: unknown): Promise<Answer> {
    const task = ++this.tasksBegun;
    if (this.kill?.task === task && this.kill.when === "before") return this.killed(execution);
    const state = allStates(execution.release.definition).find(([each]) => each === name)?.[1];
    if (state !== undefined && isWait(state)) return this.waited(execution, told, task);
    const step = stepsOf(this.task)[name];
    const answer = await (step === undefined ? this.written(told) : step(told));
    if (this.kill?.task === task && this.kill.when === "after") return this.killed(execution);
    execution.answered.push(answer);
    return JSON.parse(JSON.stringify(answer));
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
    await this.written({ ...call, ExpressionAttributeValues: values });
    this.waitsStored.push(task);
    if (this.kill?.task === task && this.kill.when === "after") return this.killed(execution);
    const woken = new Promise<Stand>((resolve, reject) => {
      const until = this.clock + smarketingSeconds * 1000;
      this.waits.push({ token, execution, until, answer: resolve, fail: reject });
    });
    this.active--;
    this.whenItWaits(this.waitsStored.length);
    return woken;
  }

  /** What a state writes to the table itself. */
  private async written(told: unknown): Promise<object> {
    const { ExpressionAttributeNames, ...call } = CallSchema.parse(told);
    const names = ExpressionAttributeNames === undefined ? {} : { ExpressionAttributeNames };
    try {
      await this.table.client.send(new UpdateItemCommand({ ...call, ...names, TableName: this.table.tableName }));
      return {};
    } catch (error) {
      throw new NamedError(error instanceof Error ? `DynamoDb.${error.name}` : "DynamoDb.Unknown");
    }
  }
}

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

const releaseOf = (definition: Definition): Release => ({
  definition,
  machine: new StateMachine(interpretable(definition), { validationOptions: { noValidate: true } }),
});

/** The interpreter has no timers to jump: the seconds of a wait are told to its task instead. */
const interpretable = (definition: Definition) => {
  const copy = structuredClone(definition);
  for (const [, state] of allStates(copy)) {
    const { TimeoutSecondsPath: path } = state;
    if (isWait(state) && path !== undefined)
      Object.assign(state, { Parameters: { ...Object(state.Parameters), "smarketingSeconds.$": path } });
    delete state.TimeoutSecondsPath;
    if (state.Type === "Task") state.TimeoutSeconds = neverSeconds;
  }
  return JSON.parse(JSON.stringify(copy));
};
