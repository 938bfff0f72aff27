import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { decideOn } from "../../bin/import/deployed-imports.ts";
import { importCommand, main } from "../../bin/import-leads.ts";
import { now } from "../builders/now.ts";
import { aList, importsOn } from "../import/pipeline.ts";
import { typed } from "./typed.ts";

const folder = mkdtempSync(path.join(tmpdir(), "import-leads-"));
afterAll(() => rmSync(folder, { recursive: true }));

const listOf = (text: string, name = "Feria de Bilbao.csv"): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const fair = listOf(
  [
    "Visitantes",
    "",
    "Quién;Correo;Empresa;Boletín",
    "Ana;ana@b.example;Aceros;sí",
    "Eva;eva@;Papel;no",
    "Iván;ana@b.example;Aceros;quizá",
  ].join("\r\n"),
);
const tryIt = (...args: string[]) => typed(main, ["--try", "--language", "en", ...args], { now: () => now });

describe("npm run leads:import -- --try", () => {
  it("says how the list is read, what each column is, and what would become of the rows", async () => {
    const { code, out, err } = await tryIt(fair);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain("CSV, utf-8, separated by ;; the first lead is in row 4.");
    expect(out).toMatch(/^ {2}B {2}Correo +email +ana@b.example$/m);
    expect(out).toContain("3 rows: 1 would be leads");
    expect(out).toContain("row 5: The e-mail address is not valid");
    expect(out).toContain("row 6: Row 4 already has this address");
  });

  it("tells every row, by the columns and the consent that are said", async () => {
    const list = listOf("a;b;c\nAna;ana@b.example;sí\nEva;eva@b.example;quizá\n", "a.csv");
    const { code, out } = await tryIt(
      list,
      "--rows",
      "--map",
      "a=name, C=consent",
      "--consent",
      "per-row",
      "--proof",
      "Stand 12",
    );
    expect(code).toBe(0);
    expect(out).toContain("row 2: New lead. Agrees to mails.");
    expect(out).toContain("row 3: New lead. The consent is not understood");
    expect(out).toContain("1 agree to mails; 1 consents are not understood");
  });

  it("writes the refused rows as a list to correct", async () => {
    const refused = path.join(folder, "refused.csv");
    await tryIt(fair, "--refused", refused);
    expect(readFileSync(refused, "utf8").split("\r\n")).toEqual([
      "\uFEFFQuién,Correo,Empresa,Boletín,Row of the list,Reason for the refusal",
      "Eva,eva@,Papel,no,5,The e-mail address is not valid: check that it is like name@company.com.",
      "Iván,ana@b.example,Aceros,quizá,6,Row 4 already has this address: the first one counts.",
      "",
    ]);
  });

  it.each([
    ["a column that there is not", ["--map", "Z=phone"], 'there is no column "Z"'],
    ["a field that there is not", ["--map", "A=shoes"], '"shoes" is no field'],
    ["two addresses", ["--map", "A=email"], "as another one is"],
    ["no address", ["--map", "B=other"], "No column is the e-mail address"],
    ["consents without their proof", ["--consent", "consented"], "--proof is missing"],
    ["an origin that is no ID", ["--origin", "Feria de Bilbao"], "--origin must be an ID"],
    ["a header longer than the list", ["--header-rows", "9"], "no rows below the header"],
    ["another encoding", ["--encoding", "ebcdic"], "--encoding must be one of"],
  ])("ends with 2 for %s", async (_, args, said) => {
    const { code, err } = await tryIt(fair, ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it("ends with 1 when the file is no list, and says what to do", async () => {
    const { code, err } = await tryIt(listOf("<html><table></table></html>", "old.xls"));
    expect(code).toBe(1);
    expect(err).toContain("Open it in Excel, and save it as XLSX or CSV");
  });
});

describe("npm run leads:import", () => {
  /** The pipeline's function goes on with imports whenever the command waits. */
  const deployed = (list = importsOn(), pause: () => Promise<void> = () => list.minutes(1)) => {
    const command = importCommand(() => ({ table: list.table, lists: list.bucket.lists }));
    const type = (...args: string[]) =>
      typed(command, ["--language", "en", "--outputs", "o.json", ...args], { now: () => list.clock.now, pause });
    return { list, type };
  };
  const idIn = (out: string): string => /^Import (\S+)$/m.exec(out)?.[1] ?? "";
  const by = ["--by", "irene"];
  const people = listOf(`${aList(3)}Eva;eva@;Papel;\r\n`, "Feria 2026.csv");

  it("uploads and tries a list, starts it when that is said, and takes it back", async () => {
    const { list, type } = deployed();
    const tried = await type(people, ...by, "--campaign", "Bilbao", "--consent", "consented", "--proof", "Stand 12");
    expect([tried.code, tried.err]).toEqual([0, ""]);
    expect(tried.out).toContain("CSV, utf-8, separated by ;; the first lead is in row 2.");
    expect(tried.out).toContain("4 rows: 3 new, 0 known, 1 refused.\n3 agree to mails.\n");
    expect(tried.out).toContain("row 5: The e-mail address is not valid");
    const importId = idIn(tried.out);
    expect(tried.out).toContain(`Nothing is stored yet. To start it: --start ${importId} --by irene`);
    expect(list.leads()).toEqual([]);

    const started = await type("--start", importId, ...by);
    expect([started.code, started.err]).toEqual([0, ""]);
    expect(started.out).toContain("Done.\n\n4 rows: 3 new");
    expect(started.out).toContain(`--undo ${importId} takes back what it added.`);
    expect(list.leads()[0]).toMatchObject({ source: "feria-2026", importId });
    expect(list.leads()).toHaveLength(3);
    expect(await list.view(importId)).toMatchObject({ by: "irene", state: "done", terms: { campaign: "Bilbao" } });

    const shown = await type("--status", importId);
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining("Feria 2026.csv, by irene, ")]);
    const undone = await type("--undo", importId, ...by);
    expect([undone.code, undone.out]).toEqual([0, expect.stringContaining("3 leads are gone.\n")]);
    expect(list.leads()).toEqual([]);
    const steps = list.items().filter(({ user }) => user === "irene");
    expect(steps.map((step) => step.by)).toEqual(
      expect.arrayContaining(["leads:import/begin", "leads:import/start", "leads:import/undo"]),
    );
  });

  it("starts at once with --yes, says why it holds and when it ends, and writes the refused rows", async () => {
    const { list, type } = deployed(importsOn({ imports: { perHour: 60, pauseAtWaiting: 1000 } }));
    const refused = path.join(folder, "refused-of-import.csv");
    const many = listOf(`${aList(9)}Eva;eva@;Papel;\r\n`, "many.csv");
    const { code, out, err } = await type(many, ...by, "--yes", "--refused", refused);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("The rows become leads at the agreed pace; it goes on by itself. (");
    expect(list.leads()).toHaveLength(9);
    expect(readFileSync(refused, "utf8")).toMatch(/\r\nEva,eva@,Papel,,11,The e-mail address is not valid/);
    // Handed out later too, while they are kept.
    const again = path.join(folder, "again.csv");
    expect(await type("--status", idIn(out), "--refused", again)).toMatchObject({ code: 2 });
    expect(await type("--status", idIn(out), "--refused", again, ...by)).toMatchObject({ code: 0 });
    expect(readFileSync(again, "utf8")).toBe(readFileSync(refused, "utf8"));
  });

  it("has the list read as the options say", async () => {
    const { list, type } = deployed();
    const bars = listOf("Correo|Nombre\nana@b.example|Ana; Eva; Iván\n", "bars.csv");
    const { code, out } = await type(bars, ...by, "--separator", "bar");
    expect([code, (await list.view(idIn(out))).read?.separator]).toEqual([0, "|"]);
  });

  it.each([
    ["somebody whom the agreement does not know", [people, "--by", "olga"], "who may import lists: irene"],
    ["nobody who stands for it", [people], "--try, or --by COLLEAGUE"],
    ["two things at once", [people, ...by, "--undo", "i-1"], "Say one of FILE, --start, --status and --undo"],
    ["a trial that is to be started", [people, "--try", "--yes"], "--try stores nothing"],
    ["terms that cannot be kept", [people, ...by, "--map", "B=other"], "No column is the e-mail address"],
  ])("ends with 2 for %s, and begins nothing", async (_, args, said) => {
    const { list, type } = deployed();
    const { code, err } = await type(...args);
    expect([code, err, list.items()]).toEqual([2, expect.stringContaining(said), []]);
  });

  it("begins nothing with a file that is no list, and says what to do", async () => {
    const { list, type } = deployed();
    const { code, err } = await type(listOf("<html><table></table></html>", "web.xls"), ...by);
    expect([code, err]).toEqual([1, expect.stringContaining("Open it in Excel")]);
    expect(list.items()).toEqual([]);
  });

  it("says what is not possible where an import stands", async () => {
    const { type } = deployed();
    expect((await type("--status", "i-1")).err).toBe("There is no import i-1, or its time is over.\n");
    const importId = idIn((await type(people, ...by, "--yes")).out);
    const { code, err } = await type("--start", importId, ...by);
    expect([code, err]).toEqual([1, 'Nothing was changed: "start" is not possible where the import stands. Done.\n']);
  });

  it("changes nothing when somebody else has decided meanwhile", async () => {
    const { list, type } = deployed();
    const importId = idIn((await type(people, ...by)).out);
    const seen = await list.stored(importId);
    await list.decide(importId, "stop");
    const io = { now: () => list.clock.now, pause: async () => {}, out: () => {}, err: () => {}, env: {} };
    const { table, agreement, bucket } = list;
    const deps = { table, lists: bucket.lists, agreement, by: "irene", language: "en" as const, io };
    await expect(seen && decideOn(deps, seen, { action: "start" })).rejects.toThrow("somebody else has changed");
    expect(list.leads()).toEqual([]);
  });

  it("tells that the file is gone, and that nobody goes on with it", async () => {
    const list = importsOn();
    const { type } = deployed(list, async () => {
      list.bucket.objects.clear();
      await list.work();
    });
    const gone = await type(people, ...by);
    expect([gone.code, gone.err]).toEqual([1, expect.stringMatching(/^The import \S+ is not where it should be\. /)]);

    const still = importsOn();
    const { code, err } = await deployed(still, async () => {
      still.clock.now = new Date(Date.parse(still.clock.now) + 60_000).toISOString();
    }).type(people, ...by);
    expect([code, err]).toEqual([1, expect.stringContaining("docs/runbook.md#import-stalled")]);
  });

  it("goes on without the command, which can be asked again where it stands", async () => {
    const list = importsOn({ imports: { perHour: 60, pauseAtWaiting: 1000 } });
    const importId = idIn((await deployed(list).type(listOf(aList(9), "nine.csv"), ...by)).out);
    const killed = deployed(list, async () => {
      throw new Error("killed");
    });
    expect((await killed.type("--start", importId, ...by)).code).toBe(1);
    await list.minutes(30);
    const { out } = await deployed(list).type("--status", importId);
    expect(out).toContain("9 rows: 9 new");
    expect(list.leads()).toHaveLength(9);
  });
});
