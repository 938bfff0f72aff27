import { afterAll, describe, expect, it } from "vitest";
import { allStates } from "../../local/twin/definition.ts";
import { synthesisedDefinition } from "./definition.ts";
import { error, machineOf, type Script } from "./machine.ts";

const definition = synthesisedDefinition();
const run = machineOf(definition);
const visited = new Set<string>();

const walked = async (script: Script, ofExecution: Parameters<typeof run>[1]) => {
  const result = await run(script, ofExecution);
  for (const name of result.path) visited.add(name);
  return result;
};
/** The first execution of a cycle. */
const walk = (script: Script) => walked(script, {});
/** One that is started again: it begins where the table says that the lead stands. */
const resume = (script: Script) => walked(script, { name: "lead-1.1.2" });

afterAll(() => {
  const never = allStates(definition)
    .map(([name]) => name)
    .filter((name) => !visited.has(name));
  expect(never).toEqual([]);
});

const context = { leadId: "lead-1", cycle: 1, signals: 3, stage: "captured" };
const at = (stage: string) => ({ ...context, stage });
const answered = { answered: "whatever" };
const foundIn = (stage: string) => ({ answered: stage });
const score = { points: 40, matched: 3, signals: 3 };
const scores = { "Score persona fit": [score], "Score familiarity": [score] };
const scoredTwice = { "Score persona fit": [score, score], "Score familiarity": [score, score] };
const gate = (verdict: string) => ({ ...context, verdict });
const wait = (seconds: number) => ({ ...context, next: "wait", wait: { seconds } });
const moved = (stage: string) => ({ ...at(stage), next: "moved", wait: { seconds: 1 } });
const noCapacity = (seconds: number) => ({ ...wait(seconds), next: "no-capacity" });
const parked = { ...wait(1), next: "parked" };
const sla = (verdict: string, rung = 1, seconds = 1) => ({ ...at("handed-off"), verdict, rung, wait: { seconds } });
const answeredIn = (stage: string) => ({ ...at(stage), verdict: "answered", rung: 0, wait: { seconds: 1 } });

const scoring = ["Score the lead", "Score persona fit", "Score familiarity"];
const started = "Is the journey started again?";
const stands = "Where does the lead stand?";
const resumed = [started, "Read the lead", stands];
const gating = ["Decide at the MQL gate", "Is the lead qualified?"];
const judged = ["Score the lead", ...gating];
const handedOff = ["Hand off to sales", "Does anyone have capacity?"];
const judging = ["Judge the SLA", "What does the SLA say?"];
const asked = ["Ask what became of the lead", "Is the outcome still open?"];
const nurtured = ["Send the next nurture step", "Is anything left to send?", "Wait for engagement"];

/** Branches of a parallel state run side by side: their order says nothing. */
const inOrder = (path: readonly string[]) => path.filter((name) => !/^Score (persona|familiarity)/.test(name));
const withoutBranches = (names: readonly string[]) => inOrder(names);

describe("ordinary endings", () => {
  it("Won: scored, qualified, handed off, accepted, asked, won", async () => {
    const { path, ended, waits } = await walk({
      ...scores,
      "Decide at the MQL gate": [gate("qualified")],
      "Hand off to sales": [wait(600)],
      "Wait for the follow-up": [answered],
      "Judge the SLA": [sla("accepted", 0, 86_400)],
      "Wait for the outcome": ["timeout", foundIn("won")],
      "Ask what became of the lead": [wait(172_800)],
    });
    expect(ended).toBe("succeeded");
    expect(inOrder(path)).toEqual([
      started,
      ...judged,
      ...handedOff,
      "Wait for the follow-up",
      ...judging,
      "Wait for the outcome",
      ...asked,
      "Wait for the outcome",
      stands,
      "Won",
    ]);
    expect(path).toEqual(expect.arrayContaining(scoring));
    expect(waits.map(({ seconds }) => seconds)).toEqual([600, 86_400, 172_800]);
  });

  it("Lost: the rep is asked again and again until it is known", async () => {
    const { path, elapsedSeconds } = await resume({
      "Read the lead": [at("accepted")],
      "Ask what became of the lead": [wait(100), wait(200)],
      "Wait for the outcome": ["timeout", foundIn("lost")],
    });
    expect(path).toEqual([
      ...resumed,
      ...asked,
      "Wait for the outcome",
      ...asked,
      "Wait for the outcome",
      stands,
      "Lost",
    ]);
    expect(elapsedSeconds).toBe(100);
  });

  it("Dormant: below the gate, nurtured at the cadence, silent to the end", async () => {
    const { path, elapsedSeconds } = await walk({
      ...scores,
      "Decide at the MQL gate": [gate("not-yet")],
      "Send the next nurture step": [wait(604_800), parked],
      "Wait for engagement": ["timeout"],
    });
    expect(inOrder(path)).toEqual([
      started,
      ...judged,
      ...nurtured,
      "Send the next nurture step",
      "Is anything left to send?",
      "Dormant",
    ]);
    expect(elapsedSeconds).toBe(604_800);
  });

  it("Dormant: nothing may be sent, so the gate itself says how long to wait", async () => {
    const { path, elapsedSeconds, waits } = await walk({
      ...scores,
      "Decide at the MQL gate": [{ ...gate("not-yet"), wait: { seconds: 2_592_000 } }],
      "Wait for engagement": ["timeout"],
      "Send the next nurture step": [parked],
    });
    expect(inOrder(path)).toEqual([
      started,
      ...judged,
      "Wait for engagement",
      "Send the next nurture step",
      "Is anything left to send?",
      "Dormant",
    ]);
    expect([elapsedSeconds, waits.length]).toEqual([2_592_000, 1]);
  });

  it("Disqualified: by the gate, or by the rep's answer", async () => {
    const byGate = await walk({ ...scores, "Decide at the MQL gate": [gate("disqualified")] });
    expect(inOrder(byGate.path)).toEqual([started, ...judged, "Disqualified"]);
    const byRep = await resume({
      "Read the lead": [at("handed-off")],
      "Judge the SLA": [sla("wait", 1, 60), answeredIn("disqualified")],
      "Wait for the follow-up": [answered],
    });
    expect(byRep.path).toEqual([...resumed, ...judging, "Wait for the follow-up", ...judging, stands, "Disqualified"]);
  });

  it("Recycled: the rep's answer begins the next cycle, and this one is over", async () => {
    const { path, ended } = await resume({
      "Read the lead": [at("handed-off")],
      "Judge the SLA": [sla("wait", 1, 60), answeredIn("over")],
      "Wait for the follow-up": [answered],
    });
    expect(path.slice(5)).toEqual(["Wait for the follow-up", ...judging, "Over: the next cycle goes on"]);
    expect(ended).toBe("succeeded");
  });

  it("Returned: reminder, breach, second level, and no one answers", async () => {
    const { path, elapsedSeconds, ended } = await resume({
      "Read the lead": [at("assigned")],
      "Hand off to sales": [wait(100)],
      "Wait for the follow-up": ["timeout", "timeout", "timeout", "timeout"],
      "Judge the SLA": [sla("remind", 1), sla("escalate", 2), sla("escalate", 3), sla("return-to-marketing", 4)],
      "Remind the rep": [wait(50)],
      "Escalate the breach": [wait(30), wait(20)],
      "Return the lead to marketing": [at("over")],
    });
    const rung = ["Wait for the follow-up", ...judging];
    expect(path).toEqual([
      ...resumed,
      ...handedOff,
      ...rung,
      "Remind the rep",
      "Is the answer still owed?",
      ...rung,
      "Escalate the breach",
      "Is the answer still owed?",
      ...rung,
      "Escalate the breach",
      "Is the answer still owed?",
      ...rung,
      "Return the lead to marketing",
      stands,
      "Over: the next cycle goes on",
    ]);
    expect([ended, elapsedSeconds]).toEqual(["succeeded", 200]);
  });

  it("Taken over: no one answers, the next rep gets it with a clock of its own, and the director hears of that", async () => {
    const { path, elapsedSeconds, ended } = await resume({
      "Read the lead": [at("handed-off")],
      "Judge the SLA": [
        sla("escalate", 2),
        sla("reassign", 3),
        sla("remind", 1),
        sla("escalate", 2),
        sla("accepted", 0, 86_400),
      ],
      "Escalate the breach": [wait(40), wait(30)],
      "Reassign the lead": [{ ...wait(1), next: "hand-off" }],
      "Hand off to sales": [wait(20)],
      "Remind the rep": [wait(10)],
      "Wait for the follow-up": ["timeout", "timeout", "timeout", answered],
      "Wait for the outcome": [foundIn("won")],
    });
    const rung = ["Wait for the follow-up", ...judging];
    expect(path).toEqual([
      ...resumed,
      ...judging,
      "Escalate the breach",
      "Is the answer still owed?",
      ...rung,
      "Reassign the lead",
      "Has somebody else taken it?",
      ...handedOff,
      ...rung,
      "Remind the rep",
      "Is the answer still owed?",
      ...rung,
      "Escalate the breach",
      "Is the answer still owed?",
      ...rung,
      "Wait for the outcome",
      stands,
      "Won",
    ]);
    expect([ended, elapsedSeconds]).toEqual(["succeeded", 70]);
  });

  it("No one else can take it: it stays where it is, and the ladder goes on", async () => {
    const { path } = await resume({
      "Read the lead": [at("handed-off")],
      "Judge the SLA": [sla("reassign", 3), sla("wait", 0, 60), sla("return-to-marketing", 4)],
      "Reassign the lead": [{ ...at("handed-off"), next: "wait", wait: { seconds: 60 } }],
      "Wait for the follow-up": ["timeout"],
      "Return the lead to marketing": [at("over")],
    });
    expect(path.slice(3)).toEqual([
      ...judging,
      "Reassign the lead",
      "Has somebody else taken it?",
      stands,
      ...judging,
      "Wait for the follow-up",
      ...judging,
      "Return the lead to marketing",
      stands,
      "Over: the next cycle goes on",
    ]);
  });

  it("Handed on: by the rep's own answer, or because the rep has left in the middle of the work", async () => {
    const byHand = await resume({
      "Read the lead": [at("handed-off")],
      "Judge the SLA": [sla("wait", 0, 60), answeredIn("assigned")],
      "Wait for the follow-up": [answered],
      "Hand off to sales": [moved("won")],
    });
    expect(byHand.path.slice(5)).toEqual(["Wait for the follow-up", ...judging, stands, ...handedOff, stands, "Won"]);
    const left = await resume({
      "Read the lead": [at("opportunity")],
      "Ask what became of the lead": [{ ...wait(1), next: "reassign" }],
      "Reassign the lead": [{ ...wait(1), next: "hand-off" }],
      "Hand off to sales": [moved("won")],
    });
    expect(left.path).toEqual([
      ...resumed,
      ...asked,
      "Reassign the lead",
      "Has somebody else taken it?",
      ...handedOff,
      stands,
      "Won",
    ]);
  });

  it("Erased: wherever the journey notices it", async () => {
    const gone = error("LeadGone");
    const first = await resume({ "Read the lead": [gone] });
    expect(first.path).toEqual([started, "Read the lead", "The lead was erased"]);
    const inScoring = await walk({ "Score persona fit": [gone], "Score familiarity": [score] });
    expect(inScoring.path.at(-1)).toBe("The lead was erased");
    expect(inScoring.ended).toBe("succeeded");
  });
});

describe("an execution that is started again", () => {
  it.each(["lead-1.1.1", "lead-1.12.34"])("reads the lead first: %s", async (name) => {
    const { path } = await run({ "Read the lead": [at("won")] }, { name });
    expect(path).toEqual([...resumed, "Won"]);
  });

  it.each(["lead-1.1", "lead-1.12"])("is not the first of a cycle, which scores: %s", async (name) => {
    const { path } = await run({ ...scores, "Decide at the MQL gate": [gate("disqualified")] }, { name });
    expect(inOrder(path)).toEqual([started, ...judged, "Disqualified"]);
  });
});

describe("what comes in meanwhile", () => {
  it("ends a wait, and the lead is scored again", async () => {
    const { path } = await walk({
      ...scoredTwice,
      "Decide at the MQL gate": [gate("not-yet"), { ...at("dormant"), verdict: "moved" }],
      "Send the next nurture step": [wait(9)],
      "Wait for engagement": [answered],
    });
    expect(inOrder(path).slice(-6)).toEqual(["Wait for engagement", ...judged, stands, "Dormant"]);
  });

  it("in the same second as the deadline is the table's to judge: answered is answered", async () => {
    const { path } = await resume({
      "Read the lead": [at("handed-off")],
      "Judge the SLA": [sla("wait", 1, 5), answeredIn("accepted")],
      "Wait for the follow-up": ["timeout"],
      "Ask what became of the lead": [moved("lost")],
    });
    expect(path.slice(5)).toEqual(["Wait for the follow-up", ...judging, stands, ...asked, stands, "Lost"]);
  });

  it("has the cool-down's end decided by the gate, which may qualify the lead", async () => {
    const { path } = await walk({
      ...scoredTwice,
      "Decide at the MQL gate": [{ ...gate("not-yet"), wait: { seconds: 60 } }, gate("disqualified")],
      "Wait for engagement": ["timeout"],
      "Send the next nurture step": [{ ...wait(1), next: "judge" }],
    });
    expect(inOrder(path).slice(-6)).toEqual([
      "Send the next nurture step",
      "Is anything left to send?",
      ...judged,
      "Disqualified",
    ]);
  });

  it.each([
    [
      "Send the next nurture step",
      "captured",
      { ...scores, "Decide at the MQL gate": [gate("not-yet")], "Send the next nurture step": [moved("won")] },
    ],
    [
      "Decide at the MQL gate",
      "captured",
      { ...scores, "Decide at the MQL gate": [{ ...at("won"), verdict: "moved" }] },
    ],
    ["Hand off to sales", "assigned", { "Hand off to sales": [moved("won")] }],
    ["Remind the rep", "handed-off", { "Judge the SLA": [sla("remind")], "Remind the rep": [moved("won")] }],
    [
      "Escalate the breach",
      "handed-off",
      { "Judge the SLA": [sla("escalate")], "Escalate the breach": [moved("won")] },
    ],
    [
      "Reassign the lead",
      "handed-off",
      { "Judge the SLA": [sla("reassign")], "Reassign the lead": [{ ...moved("won") }] },
    ],
    ["Ask what became of the lead", "accepted", { "Ask what became of the lead": [moved("won")] }],
  ])("makes «%s» give way, without reading the lead again", async (_, stage, script) => {
    const { path, ended } = await resume({ "Read the lead": [at(stage)], ...script });
    expect(path.slice(-2)).toEqual([stands, "Won"]);
    expect(ended).toBe("succeeded");
  });

  it("is capacity: a qualified lead waits for it, and is judged and tried again when the time is over", async () => {
    const { path, elapsedSeconds } = await walk({
      ...scoredTwice,
      "Decide at the MQL gate": [gate("qualified"), gate("qualified")],
      "Hand off to sales": [noCapacity(900), moved("won")],
      "Wait for sales capacity": ["timeout"],
    });
    expect(inOrder(path)).toEqual([
      started,
      ...judged,
      ...handedOff,
      "Wait for sales capacity",
      ...judged,
      ...handedOff,
      stands,
      "Won",
    ]);
    expect(elapsedSeconds).toBe(900);
  });

  it("is read from the table when a `wake` older than this definition says no stage", async () => {
    const { path } = await resume({
      "Read the lead": [at("accepted"), at("won")],
      "Ask what became of the lead": [wait(5)],
      "Wait for the outcome": [{ answered: {} }],
    });
    expect(path.slice(-5)).toEqual(["Wait for the outcome", stands, "Read the lead", stands, "Won"]);
  });
});

describe("the gate, in both directions", () => {
  it.each([
    ["the time is over", "timeout", []],
    ["something comes in", answered, []],
    ["something came in before the wait", "signal came in", ["Read the lead", stands]],
  ] as const)("nurtures an MQL that cooled while it waited for a rep: %s", async (_, end, looks) => {
    const { path } = await walk({
      ...(looks.length > 0 && { "Read the lead": [at("qualified")] }),
      ...scoredTwice,
      "Decide at the MQL gate": [gate("qualified"), gate("not-yet")],
      "Hand off to sales": [noCapacity(900)],
      "Wait for sales capacity": [end],
      "Send the next nurture step": [wait(604_800), parked],
      "Wait for engagement": ["timeout"],
    });
    expect(inOrder(path)).toEqual([
      started,
      ...judged,
      ...handedOff,
      "Wait for sales capacity",
      ...looks,
      ...judged,
      ...nurtured,
      "Send the next nurture step",
      "Is anything left to send?",
      "Dormant",
    ]);
  });

  it("ends the way of an MQL that is turned away before a rep had room", async () => {
    const { path, ended } = await walk({
      ...scoredTwice,
      "Decide at the MQL gate": [gate("qualified"), gate("disqualified")],
      "Hand off to sales": [noCapacity(900)],
      "Wait for sales capacity": [answered],
    });
    expect(inOrder(path).slice(-4)).toEqual([...judged, "Disqualified"]);
    expect(ended).toBe("succeeded");
  });

  it("lets a hot lead straight through to sales, without one wait", async () => {
    const { path } = await walk({
      "Score persona fit": [{ ...score, persona: "operations" }],
      "Score familiarity": [{ ...score, points: 12, hot: true }],
      "Decide at the MQL gate": [gate("qualified")],
      "Hand off to sales": [moved("won")],
    });
    expect(inOrder(path)).toEqual([started, ...judged, ...handedOff, stands, "Won"]);
  });

  it.each([
    ["lets through", "qualified", [...handedOff, stands, "Won"]],
    ["turns away", "disqualified", ["Disqualified"]],
  ])("%s a nurtured lead at once when marketing decides so by hand", async (_, verdict, then) => {
    const { path, elapsedSeconds } = await walk({
      ...scoredTwice,
      "Decide at the MQL gate": [gate("not-yet"), gate(verdict)],
      "Send the next nurture step": [wait(604_800)],
      "Wait for engagement": [answered],
      ...(verdict === "qualified" && { "Hand off to sales": [moved("won")] }),
    });
    expect(inOrder(path)).toEqual([started, ...judged, ...nurtured, ...judged, ...then]);
    expect(elapsedSeconds).toBe(0);
  });

  it("holds back by hand an MQL that waits for a rep", async () => {
    const { path } = await walk({
      ...scoredTwice,
      "Decide at the MQL gate": [gate("qualified"), gate("not-yet")],
      "Hand off to sales": [noCapacity(900)],
      "Wait for sales capacity": [answered],
      "Send the next nurture step": [moved("dormant")],
    });
    expect(inOrder(path).slice(-6)).toEqual([
      ...gating,
      "Send the next nurture step",
      "Is anything left to send?",
      stands,
      "Dormant",
    ]);
  });

  it("has a dormant lead that marketing lets through by hand begin its next cycle: the old journey is over", async () => {
    const old = await resume({ "Read the lead": [at("over")] });
    expect(old.path).toEqual([...resumed, "Over: the next cycle goes on"]);
    const inSecond = (answer: object) => ({ ...answer, cycle: 2 });
    const { path } = await walked(
      {
        ...scores,
        "Decide at the MQL gate": [inSecond(gate("qualified"))],
        "Hand off to sales": [inSecond(moved("won"))],
      },
      { name: "lead-1.2", cycle: 2 },
    );
    expect(inOrder(path)).toEqual([started, ...judged, ...handedOff, stands, "Won"]);
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
      "Hand off to sales": [noCapacity(41)],
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

/** Where what comes in leads: to a step that looks for itself, or by the stage in which `wake` found the lead. */
const afterSignal: Record<string, readonly string[]> = {
  "Wait for engagement": ["Score the lead", "The lead was erased"],
  "Wait for sales capacity": ["Score the lead", "The lead was erased"],
  "Wait for the follow-up": ["Judge the SLA", "The lead was erased"],
  "Wait for the outcome": [stands, "Won"],
};

describe.each(waits)("«%s»", (name, stage, way, step) => {
  const gone = error("LeadGone");
  const ways = (end: object) => ({
    ...way(name === "Wait for the outcome" ? [] : name === "Wait for engagement" ? [] : [gone]),
    ...(name === "Wait for engagement" && {
      "Score persona fit": [score, gone],
      "Score familiarity": [score, gone],
    }),
    "Read the lead": [at(stage)],
    [name]: [end],
  });

  it("stores the token on condition that nothing came in, for as long as the step before it said", async () => {
    const { waits: stored } = await resume(ways(foundIn("won")));
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

  it("when answered, goes on at once", async () => {
    const run = await resume(ways(foundIn("won")));
    const path = inOrder(run.path);
    expect(path.slice(path.indexOf(name) + 1)).toEqual(afterSignal[name]);
    expect([run.ended, run.elapsedSeconds]).toEqual(["succeeded", 0]);
  });

  it("when something came in before the token was stored, has the journey look again at once", async () => {
    const script = { ...way([]), "Read the lead": [at(stage), at("won")], [name]: ["signal came in" as const] };
    const run = await resume(script);
    expect(run.path.slice(-4)).toEqual([name, "Read the lead", stands, "Won"]);
    expect([run.ended, run.elapsedSeconds]).toEqual(["succeeded", 0]);
  });

  it("when its time is over, leads to the step that is due, which still knows the lead", async () => {
    const run = await resume({ ...way([error("LeadGone")]), "Read the lead": [at(stage)], [name]: ["timeout"] });
    const path = inOrder(run.path);
    expect(path.slice(path.indexOf(name))).toEqual([name, step, "The lead was erased"]);
    expect([run.ended, run.elapsedSeconds]).toEqual(["succeeded", 41]);
  });

  it("when the token cannot be stored, leads to Needs attention with the lead still known", async () => {
    const broken = error("DynamoDb.ResourceNotFoundException");
    const run = await resume({ ...way([]), "Read the lead": [at(stage)], [name]: [broken] });
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
      const { path, flags, ended } = await resume({ "Read the lead": [at(stage)], ...before, ...broken });
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
    const { elapsedSeconds } = await resume({ "Read the lead": [error("Lambda.Unknown")] });
    expect(elapsedSeconds).toBeGreaterThan(14 * 60);
    expect(elapsedSeconds).toBeLessThan(16 * 60);
  });

  it("is nobody's business when the lead has ended meanwhile", async () => {
    const { path, ended } = await resume({
      "Read the lead": [error("Lambda.Unknown")],
      "Flag the lead": [error("DynamoDb.ConditionalCheckFailedException")],
    });
    expect([path.at(-1), ended]).toEqual(["Over: nothing is owed here", "succeeded"]);
  });

  it("in a scorer, or while a token is stored, does the same", async () => {
    const inScorer = await walk({
      "Score persona fit": [score],
      "Score familiarity": [error("SyntaxError")],
    });
    const inWait = await resume({
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
    const { ended, path } = await resume({
      "Read the lead": [
        error("Lambda.TooManyRequestsException"),
        error("Sandbox.Timedout"),
        error("TransactionConflictException"),
        at("assigned"),
      ],
      "Hand off to sales": [error("LeadContention"), error("MailNotSent"), error("MailNotSent"), wait(5)],
      "Wait for the follow-up": [error("DynamoDb.ProvisionedThroughputExceededException"), answered],
      "Judge the SLA": [answeredIn("won")],
    });
    expect(ended).toBe("succeeded");
    expect(path.at(-1)).toBe("Won");
  });
});

describe("what only a newer definition knows", () => {
  const left = ["Leave the lead to the newest definition", "Over: the newest definition goes on"];
  /** A definition whose functions have learnt a word since: the harness lets it through by its schema, so it is forged. */
  const unheardOf = (state: string) => {
    const forged = synthesisedDefinition();
    const choices = forged.States[state]?.Choices ?? [];
    for (const choice of choices)
      if ("StringEquals" in choice)
        Object.assign(choice, { StringEquals: `${choice.StringEquals} of another definition` });
    return machineOf(forged);
  };

  it.each([
    ["Is the lead qualified?", { ...scores, "Decide at the MQL gate": [gate("disqualified")] }, "captured"],
    [
      "Is anything left to send?",
      { ...scores, "Decide at the MQL gate": [gate("not-yet")], "Send the next nurture step": [parked] },
      "captured",
    ],
    ["Does anyone have capacity?", { "Hand off to sales": [wait(1)] }, "assigned"],
    ["What does the SLA say?", { "Judge the SLA": [sla("remind")] }, "handed-off"],
    ["Is the answer still owed?", { "Judge the SLA": [sla("remind")], "Remind the rep": [wait(1)] }, "handed-off"],
    [
      "Has somebody else taken it?",
      { "Judge the SLA": [sla("reassign")], "Reassign the lead": [moved("won")] },
      "handed-off",
    ],
    ["Is the outcome still open?", { "Ask what became of the lead": [moved("won")] }, "accepted"],
    ["Where does the lead stand?", {}, "won"],
  ])(
    "at «%s» ends the execution, and its lead is due, for its restart by the newest: nobody is paged, it never turns in a circle",
    async (state, script, stage) => {
      const run = await unheardOf(state)({ "Read the lead": [at(stage)], ...script }, { name: "lead-1.1.1" });
      for (const name of run.path.slice(-2)) visited.add(name);
      expect(run.path.slice(-3)).toEqual([state, ...left]);
      expect([run.ended, run.flags]).toEqual(["succeeded", []]);
      expect(run.leftToNewest).toEqual([
        {
          TableName: expect.any(String),
          Key: { pk: { S: "LEAD#lead-1" }, sk: { S: "PROFILE" } },
          UpdateExpression:
            "SET nextDueAt = :now, unknownVerdicts = if_not_exists(unknownVerdicts, :zero) + :one, #version = #version + :one",
          ConditionExpression:
            "attribute_exists(nextDueAt) AND #cycle = :cycle AND (attribute_not_exists(unknownVerdicts) OR unknownVerdicts < :most)",
          ExpressionAttributeNames: { "#version": "version", "#cycle": "cycle" },
          ExpressionAttributeValues: {
            ":now": { S: "2026-11-24T09:00:00.000Z" },
            ":zero": { N: "0" },
            ":one": { N: "1" },
            ":most": { N: "5" },
            ":cycle": { N: "1" },
          },
        },
      ]);
    },
  );

  it("is a fault of ours when it comes again and again, and nobody's business when the lead has moved on", async () => {
    const refused = error("DynamoDb.ConditionalCheckFailedException");
    const run = unheardOf("Where does the lead stand?");
    const often = { "Read the lead": [at("won")], "Leave the lead to the newest definition": [refused] } as const;
    const flagged = await run(often, { name: "lead-1.1.6" });
    expect([flagged.path.at(-1), flagged.ended, flagged.flags.length]).toEqual(["Needs attention", "failed", 1]);
    const moved = await run({ ...often, "Flag the lead": [refused] }, { name: "lead-1.1.6" });
    expect([moved.path.at(-1), moved.ended]).toEqual(["Over: nothing is owed here", "succeeded"]);
  });
});

it("takes so many transitions from the form to the hand-off", async () => {
  const { path } = await walk({
    ...scores,
    "Decide at the MQL gate": [gate("qualified")],
    "Hand off to sales": [wait(600)],
    "Wait for the follow-up": [answered],
    "Judge the SLA": [answeredIn("won")],
  });
  expect(path.indexOf("Wait for the follow-up")).toBe(8);
  expect(withoutBranches(path).indexOf("Wait for the follow-up")).toBe(6);
});
