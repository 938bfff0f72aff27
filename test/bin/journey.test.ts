import { beforeAll, describe, expect, it } from "vitest";
import { journeyCommand } from "../../bin/journey.ts";
import type { Execution } from "../../lambdas/adapters/sfn-executions.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { intakeOverride } from "../../lambdas/gate/intake-override.ts";
import type { World } from "../../local/twin/world.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { livedUntil } from "../twin/lives.ts";
import { type Tale, tales } from "../twin/stories.ts";
import { typed } from "./typed.ts";

const definition = synthesisedDefinition();

const taleOf = (begins: string): Tale => {
  const tale = tales.find(({ name }) => name.startsWith(begins));
  if (tale === undefined) throw new Error(`no tale begins with ${begins}`);
  return tale;
};

/** The command, typed to somebody who has this world's pipeline before them. */
const lookedAtIn = (world: World, others: readonly Execution[] = []) => {
  const main = journeyCommand(() => ({
    table: world.table,
    readExecution: async (name) => {
      const other = others.find((each) => each.name === name);
      const execution = world.executions.find((each) => each.name === name);
      if (other !== undefined || execution === undefined) return other;
      const [startedAt, status] = ["2026-03-10T09:30:01.000Z", execution.status];
      const state = { name: status === "RUNNING" ? "Wait for the follow-up" : "Won", since: world.now() };
      return { name, status, startedAt, state, ...(status !== "RUNNING" && { stoppedAt: world.now() }) };
    },
  }));
  return (...args: string[]) => typed(main, ["--table", "leads", ...args], { now: world.now });
};

const personal = ["Inés", "Otero", "Talleres Norte", "ines@", "910 000 000", "No me llaméis", "la feria", "Carla"];

describe("npm run journey", () => {
  let world: World;
  let lead: Lead;
  let look: ReturnType<typeof lookedAtIn>;
  beforeAll(async () => {
    const { agreement, steps } = taleOf("the second rep");
    const isThere = ({ stage }: Lead) => stage === "handed-off";
    ({ world, lead } = await livedUntil(definition, agreement, steps, isThere, { message: "No me llaméis antes" }));
    look = lookedAtIn(world);
  });

  it("tells where the lead is, what it waits for and until when, and what comes next", async () => {
    const { code, out, err } = await look(lead.leadId, "--language", "en");
    expect([code, err]).toEqual([0, ""]);
    for (const line of [
      `Lead ${lead.leadId}, cycle 1, version ${lead.version}`,
      "In “Handed off” since 10 March 2026 because",
      "Next due: 2026-03-10 10:40:02 (in 10 minutes)",
      "Waits in “Wait for the follow-up” until 2026-03-10 10:40:02\n  signals seen: 2 of 2",
      `  ${lead.leadId}.1  RUNNING since 2026-03-10 10:30:01\n    now in “Wait for the follow-up” since`,
      "Stages (5)\n  2026-03-10 10:30:02  Handed off: the e-mail with their story was sent to",
      "  2026-03-10 10:30:01  Captured: they sent a form\n",
      "  2026-03-10 10:30:01  Pricing page viewed\n",
      "Mails (2)\n  2026-03-10 10:30:02  sent hand-off ",
    ])
      expect(out).toContain(line);
  });

  it("says the same in Spanish, the first language of the company", async () => {
    const { out } = await look(lead.leadId);
    expect(out).toContain("Espera en «Wait for the follow-up» hasta 2026-03-10 10:40:02\n  señales vistas: 2 de 2");
    expect(out).toContain("  2026-03-10 10:30:01  Captado: envió un formulario\n");
    expect((await look(lead.leadId, "--language", "es")).out).toBe(out);
  });

  it("finds the lead by its address in any spelling, as capture does", async () => {
    const { out } = await look(lead.leadId);
    expect((await look(" Ines@TalleresNorte.EXAMPLE ")).out).toBe(out);
  });

  it.each([
    [1, "lead-0009", "No lead has the id lead-0009: it was never there, or has been erased.\n"],
    [1, "No@Body.example", "No lead has the address no@body.example: it never sent a form, or has been erased.\n"],
    [2, "a lead", '"a lead" is neither a lead\'s id nor an e-mail address.\n'],
    [2, "@nobody", '"@nobody" is no e-mail address.\n'],
  ])("ends with %i, and one clear sentence, for %s", async (code, asked, err) => {
    expect(await look(asked)).toEqual({ code, out: "", err });
  });

  it("shows personal data when it is told to, and never the task token", async () => {
    const token = world.table.items().find(({ sk }) => sk?.S === "JOURNEY")?.taskToken?.S ?? "";
    expect(token).toMatch(/\w/);
    const [plain, full] = [await look(lead.leadId, "--all"), await look(lead.leadId, "--all", "--personal")];
    for (const word of [...personal, token]) expect(plain.out).not.toContain(word);
    for (const word of personal.slice(0, 6)) expect(full.out).toContain(word);
    // The twin makes tokens of the execution's name, which stands there by itself.
    expect(full.out).not.toContain(token);
  });

  it("tells an execution that died from the one that goes on, and what is not there", async () => {
    const { steps, agreement } = taleOf("the second rep");
    const other = await livedUntil(definition, agreement, steps, ({ stage }) => stage === "handed-off");
    const { leadId } = other.lead;
    const died = { name: `${leadId}.1`, status: "FAILED", error: "NeedsAttention" } as const;
    const times = { startedAt: "2026-03-10T09:30:01.000Z", stoppedAt: "2026-03-10T09:31:01.000Z" };
    const goesOn = { name: `${leadId}.1.1`, status: "RUNNING", startedAt: "2026-03-10T09:32:01.000Z" };
    const { out } = await lookedAtIn(other.world, [{ ...died, ...times }, goesOn])(leadId, "--language", "en");
    expect(out).toContain(
      `Executions (2)\n  ${leadId}.1.1  RUNNING since 2026-03-10 10:32:01\n  ${leadId}.1  FAILED (NeedsAttention)\n    from 2026-03-10 10:30:01 to 2026-03-10 10:31:01\n`,
    );
    other.world.executions.splice(0);
    const { out: gone } = await lookedAtIn(other.world)(leadId, "--language", "en");
    expect(gone).toContain("No execution is running: nothing waits\n");
    expect(gone).toContain(`  ${leadId}.1\n    no execution: it never started, or ended more than 90 days ago\n`);
  });

  it("leaves executions out when nobody says which state machine", async () => {
    const main = journeyCommand(({ machine }) => {
      expect(machine).toBeUndefined();
      return { table: world.table, readExecution: undefined };
    });
    const { out } = await typed(main, [lead.leadId, "--table", "leads", "--language", "en"], {
      now: world.now,
    });
    expect(out).toContain("Waits until 2026-03-10 10:40:02\n");
    expect(out).toContain("Executions: not looked at (--machine is missing)\n");
  });

  it("does not show what marketing wrote by hand, unless it is told to", async () => {
    const { steps, agreement } = taleOf("nobody answers");
    const other = await livedUntil(definition, agreement, steps, ({ stage }) => stage === "nurturing");
    const { leadId } = other.lead;
    const override = { verdict: "not-yet", reason: "Nos vio en la feria", by: "Carla" } as const;
    await intakeOverride({ ...other.world.task, siteOrigins: [] }, { lead: { leadId }, override }, "event-1");
    const [plain, full] = [
      await lookedAtIn(other.world)(leadId, "--all", "--language", "en"),
      await lookedAtIn(other.world)(leadId, "--all", "--language", "en", "--personal"),
    ];
    expect(plain.out).toContain("  override: not-yet\n");
    for (const word of personal) expect(plain.out).not.toContain(word);
    expect(full.out).toContain("la feria");
  });
});

describe.each(["nobody answers", "the second rep", "too early", "no rep", "a student"])("the tale: %s", (begins) => {
  it("fits a terminal in both languages, newest first, and says what it leaves out", async () => {
    const { agreement, steps, ends, name } = taleOf(begins);
    const facts = name.startsWith("a student") ? { jobTitle: "Estudiante" } : {};
    const isThere = ({ stage, cycle }: Lead) => stage === ends.stage && cycle === ends.cycle;
    const { world, lead } = await livedUntil(definition, agreement, steps, isThere, facts);
    const look = lookedAtIn(world);
    for (const language of ["es", "en"]) {
      const { code, out } = await look(lead.leadId, "--language", language);
      const lines = out.trimEnd().split("\n");
      expect(code).toBe(0);
      expect(lines.length).toBeLessThan(50);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
      for (const part of out.split("\n\n").slice(2)) {
        const times = part.match(/^ {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/gm) ?? [];
        expect(times).toEqual(times.toSorted().toReversed());
      }
    }
    const [some, all] = [
      await look(lead.leadId, "--language", "en"),
      await look(lead.leadId, "--language", "en", "--all"),
    ];
    const mails = world.mails.length;
    expect(all.out).toContain(mails === 0 ? "Mails: nothing" : `Mails (${mails})\n`);
    if (mails > 7) expect(some.out).toContain(`Mails (the newest 7 of ${mails}; --all shows all)\n`);
    expect(some.out).toContain("Waits for nothing: this cycle is closed\n");
  });
});
