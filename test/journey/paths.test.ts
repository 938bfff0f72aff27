import { afterAll, describe, expect, it } from "vitest";
import { allStates } from "../../local/twin/definition.ts";
import { synthesisedDefinition } from "./definition.ts";
import { error, machineOf, type Script } from "./machine.ts";

const definition = synthesisedDefinition();
const run = machineOf(definition);
const visited = new Set<string>();

const walk = async (script: Script, input?: object) => {
  const result = await run(script, input);
  for (const name of result.path) visited.add(name);
  return result;
};

afterAll(() => {
  const never = allStates(definition)
    .map(([name]) => name)
    .filter((name) => !visited.has(name));
  expect(never).toEqual([]);
});

const context = { leadId: "lead-1", cycle: 1, signals: 3 };
const at = (stage: string) => ({ ...context, stage });
const score = { points: 40, matched: 3, signals: 3 };
const scores = { "Score persona fit": [score], "Score familiarity": [score] };
const scoredTwice = { "Score persona fit": [score, score], "Score familiarity": [score, score] };
const gate = (verdict: string) => ({ ...context, verdict });
const wait = (seconds: number) => ({ ...context, next: "wait", wait: { seconds } });
const moved = { ...context, next: "moved", wait: { seconds: 1 } };
const sla = (verdict: string, rung = 1, seconds = 1) => ({ ...context, verdict, rung, wait: { seconds } });

const scoring = ["Score the lead", "Score persona fit", "Score familiarity"];
const opening = ["Read the lead", "Where does the lead stand?"];
const gating = ["Decide at the MQL gate", "Is the lead qualified?"];
const judged = ["Score the lead", ...gating];
const assigned = ["Assign a sales owner", "Does anyone have capacity?"];
const nurtured = ["Send the next nurture step", "Is anything left to send?", "Wait for engagement"];

/** Branches of a parallel state run side by side: their order says nothing. */
const inOrder = (path: readonly string[]) => path.filter((name) => !/^Score (persona|familiarity)/.test(name));
const withoutBranches = (names: readonly string[]) => inOrder(names);

describe("ordinary endings", () => {
  it("Won: scored, qualified, assigned, handed off, accepted, asked, won", async () => {
    const { path, ended, waits } = await walk({
      "Read the lead": [at("captured"), at("accepted"), at("won")],
      ...scores,
      "Decide at the MQL gate": [gate("qualified")],
      "Assign a sales owner": [{ ...context, next: "hand-off", wait: { seconds: 1 } }],
      "Hand off to sales": [wait(600)],
      "Wait for the follow-up": ["answered"],
      "Ask what became of the lead": [wait(86_400)],
      "Wait for the outcome": ["answered"],
    });
    expect(ended).toBe("succeeded");
    expect(inOrder(path)).toEqual([
      ...opening,
      "Score the lead",
      ...gating,
      "Assign a sales owner",
      "Does anyone have capacity?",
      "Hand off to sales",
      "Is the answer still owed?",
      "Wait for the follow-up",
      ...opening,
      "Ask what became of the lead",
      "Is the outcome still open?",
      "Wait for the outcome",
      ...opening,
      "Won",
    ]);
    expect(path).toEqual(expect.arrayContaining(scoring));
    expect(waits.map(({ seconds }) => seconds)).toEqual([600, 86_400]);
  });

  it("Lost: the rep is asked again and again until it is known", async () => {
    const { path, elapsedSeconds } = await walk({
      "Read the lead": [at("accepted"), at("lost")],
      "Ask what became of the lead": [wait(100), wait(200)],
      "Wait for the outcome": ["timeout", "answered"],
    });
    expect(path.slice(2)).toEqual([
      "Ask what became of the lead",
      "Is the outcome still open?",
      "Wait for the outcome",
      "Ask what became of the lead",
      "Is the outcome still open?",
      "Wait for the outcome",
      ...opening,
      "Lost",
    ]);
    expect(elapsedSeconds).toBe(100);
  });

  it("Dormant: below the gate, nurtured at the cadence, silent to the end", async () => {
    const { path, elapsedSeconds } = await walk({
      "Read the lead": [at("captured")],
      ...scores,
      "Decide at the MQL gate": [gate("not-yet")],
      "Send the next nurture step": [wait(604_800), { ...context, next: "park", wait: { seconds: 1 } }],
      "Wait for engagement": ["timeout"],
      "Park the lead as dormant": [{ ...context, parked: true }],
    });
    expect(inOrder(path)).toEqual([
      ...opening,
      "Score the lead",
      ...gating,
      "Send the next nurture step",
      "Is anything left to send?",
      "Wait for engagement",
      "Send the next nurture step",
      "Is anything left to send?",
      "Park the lead as dormant",
      "Did the lead stay silent?",
      "Dormant",
    ]);
    expect(elapsedSeconds).toBe(604_800);
  });

  it("Disqualified: by the gate, or by the rep's answer", async () => {
    const byGate = await walk({
      "Read the lead": [at("captured")],
      ...scores,
      "Decide at the MQL gate": [gate("disqualified")],
    });
    expect(inOrder(byGate.path)).toEqual([...opening, "Score the lead", ...gating, "Disqualified"]);
    const byRep = await walk({
      "Read the lead": [at("handed-off"), at("disqualified")],
      "Judge the SLA": [sla("wait", 1, 60)],
      "Wait for the follow-up": ["answered"],
    });
    expect(byRep.path.slice(2)).toEqual([
      "Judge the SLA",
      "What does the SLA say?",
      "Wait for the follow-up",
      ...opening,
      "Disqualified",
    ]);
  });

  it("Returned: reminder, breach, second level, and no one answers", async () => {
    const { path, elapsedSeconds, ended } = await walk({
      "Read the lead": [at("assigned"), at("over")],
      "Hand off to sales": [wait(100)],
      "Wait for the follow-up": ["timeout", "timeout", "timeout", "timeout"],
      "Judge the SLA": [sla("remind", 1), sla("escalate", 2), sla("escalate", 3), sla("return-to-marketing", 4)],
      "Remind the rep": [wait(50)],
      "Escalate the breach": [wait(30), wait(20)],
      "Return the lead to marketing": [at("over")],
    });
    const judged = ["Wait for the follow-up", "Judge the SLA", "What does the SLA say?"];
    expect(path).toEqual([
      ...opening,
      "Hand off to sales",
      "Is the answer still owed?",
      ...judged,
      "Remind the rep",
      "Is the answer still owed?",
      ...judged,
      "Escalate the breach",
      "Is the answer still owed?",
      ...judged,
      "Escalate the breach",
      "Is the answer still owed?",
      ...judged,
      "Return the lead to marketing",
      ...opening,
      "Over: the next cycle goes on",
    ]);
    expect([ended, elapsedSeconds]).toEqual(["succeeded", 200]);
  });

  it("Taken over: no one answers, the next rep gets it with a clock of its own, and the director hears of that", async () => {
    const { path, elapsedSeconds, ended } = await walk({
      "Read the lead": [at("handed-off"), at("accepted"), at("won")],
      "Judge the SLA": [sla("escalate", 2), sla("reassign", 3), sla("remind", 1), sla("escalate", 2)],
      "Escalate the breach": [wait(40), wait(30)],
      "Reassign the lead": [{ ...context, next: "hand-off", wait: { seconds: 1 } }],
      "Hand off to sales": [wait(20)],
      "Remind the rep": [wait(10)],
      "Wait for the follow-up": ["timeout", "timeout", "timeout", "answered"],
      "Ask what became of the lead": [wait(86_400)],
      "Wait for the outcome": ["answered"],
    });
    const judging = ["Wait for the follow-up", "Judge the SLA", "What does the SLA say?"];
    expect(path).toEqual([
      ...opening,
      "Judge the SLA",
      "What does the SLA say?",
      "Escalate the breach",
      "Is the answer still owed?",
      ...judging,
      "Reassign the lead",
      "Has somebody else taken it?",
      "Hand off to sales",
      "Is the answer still owed?",
      ...judging,
      "Remind the rep",
      "Is the answer still owed?",
      ...judging,
      "Escalate the breach",
      "Is the answer still owed?",
      "Wait for the follow-up",
      ...opening,
      "Ask what became of the lead",
      "Is the outcome still open?",
      "Wait for the outcome",
      ...opening,
      "Won",
    ]);
    expect([ended, elapsedSeconds]).toEqual(["succeeded", 70]);
  });

  it("No one else can take it: it stays where it is, and the ladder goes on", async () => {
    const { path } = await walk({
      "Read the lead": [at("handed-off"), at("handed-off"), at("over")],
      "Judge the SLA": [sla("reassign", 3), sla("wait", 0, 60), sla("return-to-marketing", 4)],
      "Reassign the lead": [{ ...context, next: "wait", wait: { seconds: 60 } }],
      "Wait for the follow-up": ["timeout"],
      "Return the lead to marketing": [at("over")],
    });
    expect(path.slice(2)).toEqual([
      "Judge the SLA",
      "What does the SLA say?",
      "Reassign the lead",
      "Has somebody else taken it?",
      ...opening,
      "Judge the SLA",
      "What does the SLA say?",
      "Wait for the follow-up",
      "Judge the SLA",
      "What does the SLA say?",
      "Return the lead to marketing",
      ...opening,
      "Over: the next cycle goes on",
    ]);
  });

  it("Handed on: by the rep's own answer, or because the rep has left in the middle of the work", async () => {
    const byHand = await walk({
      "Read the lead": [at("handed-off"), at("assigned"), at("won")],
      "Judge the SLA": [sla("wait", 0, 60)],
      "Wait for the follow-up": ["answered"],
      "Hand off to sales": [moved],
    });
    expect(byHand.path.slice(4)).toEqual([
      "Wait for the follow-up",
      ...opening,
      "Hand off to sales",
      "Is the answer still owed?",
      ...opening,
      "Won",
    ]);
    const left = await walk({
      "Read the lead": [at("opportunity"), at("won")],
      "Ask what became of the lead": [{ ...context, next: "reassign", wait: { seconds: 1 } }],
      "Reassign the lead": [{ ...context, next: "hand-off", wait: { seconds: 1 } }],
      "Hand off to sales": [moved],
    });
    expect(left.path.slice(2)).toEqual([
      "Ask what became of the lead",
      "Is the outcome still open?",
      "Reassign the lead",
      "Has somebody else taken it?",
      "Hand off to sales",
      "Is the answer still owed?",
      ...opening,
      "Won",
    ]);
  });

  it("Erased: wherever the journey notices it", async () => {
    const gone = error("LeadGone");
    const first = await walk({ "Read the lead": [gone] });
    expect(first.path).toEqual(["Read the lead", "The lead was erased"]);
    const inScoring = await walk({
      "Read the lead": [at("captured")],
      "Score persona fit": [gone],
      "Score familiarity": [score],
    });
    expect(inScoring.path.at(-1)).toBe("The lead was erased");
    expect(inScoring.ended).toBe("succeeded");
  });
});

describe("what comes in meanwhile", () => {
  it("ends a wait, and the journey looks again", async () => {
    const { path } = await walk({
      "Read the lead": [at("nurturing"), at("nurturing"), at("dormant")],
      ...scoredTwice,
      "Decide at the MQL gate": [gate("not-yet"), gate("moved")],
      "Send the next nurture step": [wait(9)],
      "Wait for engagement": ["answered"],
    });
    expect(inOrder(path).slice(-6)).toEqual(["Score the lead", ...gating, ...opening, "Dormant"]);
  });

  it("in the same second as the deadline is the table's to judge: answered is answered", async () => {
    const { path } = await walk({
      "Read the lead": [at("handed-off"), at("accepted"), at("lost")],
      "Judge the SLA": [sla("wait", 1, 5), sla("answered")],
      "Wait for the follow-up": ["timeout"],
      "Ask what became of the lead": [moved],
    });
    expect(path.slice(4)).toEqual([
      "Wait for the follow-up",
      "Judge the SLA",
      "What does the SLA say?",
      ...opening,
      "Ask what became of the lead",
      "Is the outcome still open?",
      ...opening,
      "Lost",
    ]);
  });

  it.each([
    [
      "Send the next nurture step",
      at("captured"),
      { ...scores, "Decide at the MQL gate": [gate("not-yet")], "Send the next nurture step": [moved] },
    ],
    [
      "Park the lead as dormant",
      at("captured"),
      {
        ...scores,
        "Decide at the MQL gate": [gate("not-yet")],
        "Send the next nurture step": [{ ...moved, next: "park" }],
        "Park the lead as dormant": [{ ...context, parked: false }],
      },
    ],
    [
      "Assign a sales owner",
      at("qualified"),
      { ...scores, "Decide at the MQL gate": [gate("qualified")], "Assign a sales owner": [moved] },
    ],
    ["Hand off to sales", at("assigned"), { "Hand off to sales": [moved] }],
    ["Remind the rep", at("handed-off"), { "Judge the SLA": [sla("remind")], "Remind the rep": [moved] }],
    ["Escalate the breach", at("handed-off"), { "Judge the SLA": [sla("escalate")], "Escalate the breach": [moved] }],
  ])("makes «%s» give way", async (_, stands, script) => {
    const { path, ended } = await walk({ "Read the lead": [stands, at("won")], ...script });
    expect(path.slice(-3)).toEqual([...opening, "Won"]);
    expect(ended).toBe("succeeded");
  });

  it("is capacity: a qualified lead waits for it, and is judged and tried again when the time is over", async () => {
    const { path, elapsedSeconds } = await walk({
      "Read the lead": [at("qualified"), at("assigned"), at("won")],
      ...scoredTwice,
      "Decide at the MQL gate": [gate("qualified"), gate("qualified")],
      "Assign a sales owner": [wait(900), { ...context, next: "hand-off", wait: { seconds: 1 } }],
      "Wait for sales capacity": ["timeout"],
      "Hand off to sales": [moved, moved],
    });
    expect(inOrder(path)).toEqual([
      ...opening,
      ...judged,
      ...assigned,
      "Wait for sales capacity",
      ...judged,
      ...assigned,
      "Hand off to sales",
      "Is the answer still owed?",
      ...opening,
      "Hand off to sales",
      "Is the answer still owed?",
      ...opening,
      "Won",
    ]);
    expect(elapsedSeconds).toBe(900);
  });
});

describe("the gate, in both directions", () => {
  const toSales = { ...context, next: "hand-off", wait: { seconds: 1 } };

  it.each([
    ["the time is over", "timeout", []],
    ["something comes in", "answered", opening],
    ["something came in before the wait", "signal came in", opening],
  ] as const)("nurtures an MQL that cooled while it waited for a rep: %s", async (_, end, looks) => {
    const { path } = await walk({
      "Read the lead": [at("captured"), ...(looks.length > 0 ? [at("qualified")] : []), at("dormant")],
      ...scoredTwice,
      "Decide at the MQL gate": [gate("qualified"), gate("not-yet")],
      "Assign a sales owner": [wait(900)],
      "Wait for sales capacity": [end],
      "Send the next nurture step": [wait(604_800)],
      "Wait for engagement": ["answered"],
    });
    expect(inOrder(path)).toEqual([
      ...opening,
      ...judged,
      ...assigned,
      "Wait for sales capacity",
      ...looks,
      ...judged,
      ...nurtured,
      ...opening,
      "Dormant",
    ]);
  });

  it("ends the way of an MQL that is turned away before a rep had room", async () => {
    const { path, ended } = await walk({
      "Read the lead": [at("qualified"), at("qualified")],
      ...scoredTwice,
      "Decide at the MQL gate": [gate("qualified"), gate("disqualified")],
      "Assign a sales owner": [wait(900)],
      "Wait for sales capacity": ["answered"],
    });
    expect(inOrder(path).slice(-4)).toEqual([...judged, "Disqualified"]);
    expect(ended).toBe("succeeded");
  });

  it("lets a hot lead straight through to sales, without one wait", async () => {
    const { path } = await walk({
      "Read the lead": [at("captured"), at("won")],
      "Score persona fit": [{ ...score, persona: "operations" }],
      "Score familiarity": [{ ...score, points: 12, hot: true }],
      "Decide at the MQL gate": [gate("qualified")],
      "Assign a sales owner": [toSales],
      "Hand off to sales": [moved],
    });
    expect(inOrder(path)).toEqual([
      ...opening,
      ...judged,
      ...assigned,
      "Hand off to sales",
      "Is the answer still owed?",
      ...opening,
      "Won",
    ]);
  });

  it.each([
    ["lets through", "qualified", [...assigned, "Hand off to sales", "Is the answer still owed?", ...opening, "Won"]],
    ["turns away", "disqualified", ["Disqualified"]],
  ])("%s a nurtured lead at once when marketing decides so by hand", async (_, verdict, then) => {
    const passes = verdict === "qualified";
    const { path, elapsedSeconds } = await walk({
      "Read the lead": [at("nurturing"), at("nurturing"), ...(passes ? [at("won")] : [])],
      ...scoredTwice,
      "Decide at the MQL gate": [gate("not-yet"), gate(verdict)],
      "Send the next nurture step": [wait(604_800)],
      "Wait for engagement": ["answered"],
      ...(passes && { "Assign a sales owner": [toSales], "Hand off to sales": [moved] }),
    });
    expect(inOrder(path)).toEqual([...opening, ...judged, ...nurtured, ...opening, ...judged, ...then]);
    expect(elapsedSeconds).toBe(0);
  });

  it("holds back by hand an MQL that waits for a rep", async () => {
    const { path } = await walk({
      "Read the lead": [at("qualified"), at("qualified"), at("dormant")],
      ...scoredTwice,
      "Decide at the MQL gate": [gate("qualified"), gate("not-yet")],
      "Assign a sales owner": [wait(900)],
      "Wait for sales capacity": ["answered"],
      "Send the next nurture step": [moved],
    });
    expect(inOrder(path).slice(-7)).toEqual([
      ...judged.slice(1),
      "Send the next nurture step",
      "Is anything left to send?",
      ...opening,
      "Dormant",
    ]);
  });

  it("has a dormant lead that marketing lets through by hand begin its next cycle: the old journey is over", async () => {
    const second = { leadId: "lead-1", cycle: 2 };
    const inSecond = (answer: object) => ({ ...answer, cycle: 2 });
    const old = await walk({ "Read the lead": [at("over")] });
    expect(old.path).toEqual([...opening, "Over: the next cycle goes on"]);
    const { path } = await walk(
      {
        "Read the lead": [inSecond(at("captured")), inSecond(at("won"))],
        ...scores,
        "Decide at the MQL gate": [inSecond(gate("qualified"))],
        "Assign a sales owner": [inSecond(toSales)],
        "Hand off to sales": [inSecond(moved)],
      },
      second,
    );
    expect(inOrder(path)).toEqual([
      ...opening,
      ...judged,
      ...assigned,
      "Hand off to sales",
      "Is the answer still owed?",
      ...opening,
      "Won",
    ]);
  });
});

/** Each wait: the lead's stage, how the journey gets there, and the step after its timer. */
const waits: [wait: `Wait for ${string}`, stage: string, way: (then: readonly Error[]) => Script, step: string][] = [
  [
    "Wait for engagement",
    "nurturing",
    (then) => ({
      ...scores,
      "Decide at the MQL gate": [gate("not-yet")],
      "Send the next nurture step": [wait(41), ...then],
    }),
    "Send the next nurture step",
  ],
  [
    "Wait for sales capacity",
    "qualified",
    (then) => ({
      "Score persona fit": [score, ...then],
      "Score familiarity": [score, ...then],
      "Decide at the MQL gate": [gate("qualified")],
      "Assign a sales owner": [wait(41)],
    }),
    "Score the lead",
  ],
  [
    "Wait for the follow-up",
    "handed-off",
    (then) => ({ "Judge the SLA": [sla("wait", 1, 41), ...then] }),
    "Judge the SLA",
  ],
  [
    "Wait for the outcome",
    "accepted",
    (then) => ({ "Ask what became of the lead": [wait(41), ...then] }),
    "Ask what became of the lead",
  ],
];

describe.each(waits)("«%s»", (name, stage, way, step) => {
  it("stores the token on condition that nothing came in, for as long as the step before it said", async () => {
    const { waits: stored } = await walk({ ...way([]), "Read the lead": [at(stage), at("won")], [name]: ["answered"] });
    expect(stored).toEqual([
      {
        name,
        seconds: 41,
        stored: {
          TableName: expect.any(String),
          Key: { pk: { S: "LEAD#lead-1" }, sk: { S: "JOURNEY" } },
          UpdateExpression: "SET taskToken = :token, tokenCycle = :cycle, seenSignals = :seen",
          ConditionExpression: "signals = :seen OR (attribute_not_exists(signals) AND :seen = :zero)",
          ExpressionAttributeValues: {
            ":token": { S: "task-token" },
            ":cycle": { N: "1" },
            ":seen": { N: "3" },
            ":zero": { N: "0" },
          },
        },
      },
    ]);
  });

  it.each(["answered", "signal came in"] as const)("when %s, has the journey look again at once", async (end) => {
    const run = await walk({ ...way([]), "Read the lead": [at(stage), at("won")], [name]: [end] });
    expect(run.path.slice(-4)).toEqual([name, ...opening, "Won"]);
    expect([run.ended, run.elapsedSeconds]).toEqual(["succeeded", 0]);
  });

  it("when its time is over, leads to the step that is due, which still knows the lead", async () => {
    const run = await walk({ ...way([error("LeadGone")]), "Read the lead": [at(stage)], [name]: ["timeout"] });
    const path = inOrder(run.path);
    expect(path.slice(path.indexOf(name))).toEqual([name, step, "The lead was erased"]);
    expect([run.ended, run.elapsedSeconds]).toEqual(["succeeded", 41]);
  });

  it("when the token cannot be stored, leads to Needs attention with the lead still known", async () => {
    const broken = error("DynamoDb.ResourceNotFoundException");
    const run = await walk({ ...way([]), "Read the lead": [at(stage)], [name]: [broken] });
    expect(run.path.slice(-3)).toEqual([name, "Flag the lead", "Needs attention"]);
    expect(run.flags).toEqual([expect.objectContaining({ Key: { pk: { S: "LEAD#lead-1" }, sk: { S: "PROFILE" } } })]);
  });
});

describe("what we broke", () => {
  it.each(["Read the lead", "Send the next nurture step", "Hand off to sales", "Ask what became of the lead"] as const)(
    "in «%s» flags the lead and fails, by the error's name alone",
    async (step) => {
      const stage = {
        "Read the lead": "captured",
        "Send the next nurture step": "captured",
        "Hand off to sales": "assigned",
        "Ask what became of the lead": "accepted",
      }[step];
      const before =
        step === "Send the next nurture step" ? { ...scores, "Decide at the MQL gate": [gate("not-yet")] } : {};
      const broken = { [step]: [error("TypeError")] };
      const { path, flags, ended } = await walk({ "Read the lead": [at(stage)], ...before, ...broken });
      expect(path.slice(-2)).toEqual(["Flag the lead", "Needs attention"]);
      expect(ended).toBe("failed");
      expect(flags).toEqual([
        {
          TableName: expect.any(String),
          Key: { pk: { S: "LEAD#lead-1" }, sk: { S: "PROFILE" } },
          UpdateExpression:
            "SET needsAttention = :flag, attentionPartition = :attention, attentionAt = :now, nextDueAt = :now, #version = #version + :one",
          ConditionExpression: "attribute_exists(nextDueAt) AND #cycle = :cycle",
          ExpressionAttributeNames: { "#version": "version", "#cycle": "cycle" },
          ExpressionAttributeValues: {
            ":flag": { M: { error: { S: "TypeError" }, at: { S: "2026-11-24T09:00:00.000Z" } } },
            ":attention": { S: "ATTENTION" },
            ":now": { S: "2026-11-24T09:00:00.000Z" },
            ":one": { N: "1" },
            ":cycle": { N: "1" },
          },
        },
      ]);
    },
  );

  it("flags no lead before a quarter of an hour is over", async () => {
    const { elapsedSeconds } = await walk({ "Read the lead": [error("Lambda.Unknown")] });
    expect(elapsedSeconds).toBeGreaterThan(14 * 60);
    expect(elapsedSeconds).toBeLessThan(16 * 60);
  });

  it("is nobody's business when the lead has ended meanwhile", async () => {
    const { path, ended } = await walk({
      "Read the lead": [error("Lambda.Unknown")],
      "Flag the lead": [error("DynamoDb.ConditionalCheckFailedException")],
    });
    expect([path.at(-1), ended]).toEqual(["Over: nothing is owed here", "succeeded"]);
  });

  it("in a scorer, or while a token is stored, does the same", async () => {
    const inScorer = await walk({
      "Read the lead": [at("captured")],
      "Score persona fit": [score],
      "Score familiarity": [error("SyntaxError")],
    });
    const inWait = await walk({
      "Read the lead": [at("handed-off")],
      "Judge the SLA": [sla("wait")],
      "Wait for the follow-up": [error("DynamoDb.ResourceNotFoundException")],
    });
    for (const { path, ended } of [inScorer, inWait]) {
      expect(path.slice(-2)).toEqual(["Flag the lead", "Needs attention"]);
      expect(ended).toBe("failed");
    }
  });

  it("but a passing fault is retried: writers in the way, a busy service, a refused mail", async () => {
    const { ended, path } = await walk({
      "Read the lead": [
        error("Lambda.TooManyRequestsException"),
        error("Sandbox.Timedout"),
        error("TransactionConflictException"),
        at("assigned"),
        at("won"),
      ],
      "Hand off to sales": [error("LeadContention"), error("MailNotSent"), error("MailNotSent"), wait(5)],
      "Wait for the follow-up": [error("DynamoDb.ProvisionedThroughputExceededException"), "answered"],
    });
    expect(ended).toBe("succeeded");
    expect(path.at(-1)).toBe("Won");
  });
});

it("takes so many transitions from the form to the hand-off", async () => {
  const { path } = await walk({
    "Read the lead": [at("captured"), at("won")],
    ...scores,
    "Decide at the MQL gate": [gate("qualified")],
    "Assign a sales owner": [{ ...context, next: "hand-off", wait: { seconds: 1 } }],
    "Hand off to sales": [wait(600)],
    "Wait for the follow-up": ["answered"],
  });
  expect(path.indexOf("Wait for the follow-up")).toBe(11);
  expect(withoutBranches(path).indexOf("Wait for the follow-up")).toBe(9);
});
