import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { importTeam } from "../../../lambdas/agreement/import/import-team.ts";
import { AgreementSchema, type AgreementTerms, type Rep } from "../../../lambdas/contract/agreement.ts";
import { shipped } from "../explain/altered.ts";

const ours: AgreementTerms = AgreementSchema.parse(parse(shipped));

/** The table of the shipped team, with all that a table can have. */
const headers = [
  "id;name;email;language;speaks;territories;segments;industries;time zone;new per week;open at most;weight;starts;manager",
];
const place = ({ country, regions }: { country: string; regions?: string[] | undefined }): string =>
  regions === undefined ? country : `${country}: ${regions.join("|")}`;
const rowOf = (rep: Rep): string =>
  [
    rep.id,
    rep.name,
    rep.email,
    rep.language,
    rep.speaks.join("|"),
    `"${(rep.territories ?? []).map(place).join("; ")}"`,
    (rep.segments ?? []).join("|"),
    (rep.industries ?? []).join("|"),
    rep.timeZone ?? "",
    rep.capacity.newPerWeek,
    rep.capacity.openAtMost,
    rep.weight ?? "",
    rep.starts ?? "",
    rep.manager,
  ].join(";");
const table = [...headers, ...ours.team.reps.map(rowOf)];

const imported = (csv: string, yaml = shipped) => {
  const result = importTeam(csv, yaml);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  const terms: AgreementTerms = AgreementSchema.parse(parse(result.yaml));
  return { ...result, terms, reps: terms.team.reps };
};
const problemsOf = (csv: string): readonly string[] => {
  const result = importTeam(csv, shipped);
  return result.ok ? [] : result.problems;
};
const replaced = (from: string, to: string): string => {
  const text = table.join("\n");
  if (!text.includes(from)) throw new Error(`the table does not say: ${from}`);
  return text.replace(from, to);
};

describe("a table of the team", () => {
  it("that says what the agreement says changes nothing, not even a space", () => {
    const { yaml, changes } = imported(table.join("\n"));
    expect(changes).toEqual([]);
    expect(yaml).toBe(shipped);
  });

  it("changes what it says otherwise, and keeps the fields that it has no column for", () => {
    const { reps, changes } = imported(replaced(";6;36;", ";7;36;"));
    expect(changes).toEqual([{ what: "changed", id: "alvaro", name: "Álvaro Santos", fields: ["capacity"] }]);
    expect(reps).toEqual(
      ours.team.reps.map((rep) =>
        rep.id === "alvaro" ? { ...rep, capacity: { newPerWeek: 7, openAtMost: 36 } } : rep,
      ),
    );
  });

  it("leaves all that is not the team as it was written, and the comments in the team", () => {
    const { yaml, terms } = imported(replaced(";6;36;", ";7;36;"));
    const around = (text: string) => [text.split(/^ {4}- id: marta$/m)[0], text.split(/^ {2}linksLive:/m)[1]];
    expect(around(yaml)).toEqual(around(shipped));
    const written = (text: string) => /^ {4}- id: chloe$[\s\S]*?manager: sarah/m.exec(text)?.[0];
    expect(written(yaml)).toBe(written(shipped));
    const comments = (text: string) => text.match(/#.*$/gm);
    expect(comments(yaml)).toEqual(comments(shipped));
    expect({ ...terms, team: ours.team }).toEqual(ours);
  });

  it("adds who is new, and takes out who is not in it", () => {
    const rows = table.filter((row) => !row.startsWith("ines;"));
    const lucia = `;Lucía Pérez;lucia@anaquel.example;español;español|inglés;"España: Madrid|Toledo; Portugal";Empresa pequeña;;;2;"1";"1,5";1/2/2027;Sarah Whitcombe`;
    const { reps, changes } = imported([...rows, lucia].join("\r\n"));
    expect(changes).toEqual([
      { what: "added", id: "lucia-perez", name: "Lucía Pérez", fields: [] },
      { what: "removed", id: "ines", name: "Inês Carvalho", fields: [] },
    ]);
    expect(reps.at(-1)).toEqual({
      id: "lucia-perez",
      name: "Lucía Pérez",
      email: "lucia@anaquel.example",
      language: "es",
      speaks: ["es", "en"],
      territories: [{ country: "ES", regions: ["Madrid", "Toledo"] }, { country: "PT" }],
      segments: ["small"],
      capacity: { newPerWeek: 2, openAtMost: 1 },
      weight: 1.5,
      starts: "2027-02-01",
      manager: "sarah",
    });
  });

  it("leaves out what a cell leaves empty", () => {
    const { reps } = imported(replaced(";Atlantic/Canary;", ";;"));
    expect(reps.find(({ id }) => id === "yeray")?.timeZone).toBeUndefined();
    expect(reps.find(({ id }) => id === "yeray")?.workingHours).toBeDefined();
  });

  it("has its reps in the order of the rows, but for the order alone nothing is changed", () => {
    const turned = [...headers, ...table.slice(1).reverse()].join("\n");
    expect(imported(turned).yaml).toBe(shipped);
    const { reps } = imported(turned.replace(";6;36;", ";7;36;"));
    expect(reps.map(({ id }) => id)).toEqual(ours.team.reps.map(({ id }) => id).reverse());
  });

  it.each([
    ["Spanish headers in another order", "Responsable,Correo electrónico,Nombre,Nuevos por semana"],
    ["a byte order mark and quotes", '\uFEFF"manager","e-mail","Name","New per week"'],
    ["tabs", "manager\temail\tname\tnewPerWeek"],
  ])("may have %s", (_, first) => {
    const delimiter = first.includes("\t") ? "\t" : ",";
    const rows = ours.team.reps.map(({ manager, email, name }) => [manager, email.toUpperCase(), name, 9]);
    const { reps, changes } = imported([first, ...rows.map((row) => row.join(delimiter))].join("\n"));
    expect(reps.map(({ id, capacity }) => [id, capacity.newPerWeek])).toEqual(ours.team.reps.map(({ id }) => [id, 9]));
    expect(changes).toHaveLength(7);
  });
});

describe("a mistake in the table", () => {
  it.each([
    [
      "a header that is none",
      "industries;",
      "inventions;",
      /^row 1, column 8: unknown column "inventions"; expected one/,
    ],
    [
      "a header twice",
      ";weight;",
      ";speaks;",
      /^row 1, column 12: "speaks" repeats column 5; expected each column once$/,
    ],
    ["words for a number", ";5;30;", ";five;30;", /^row 2, column "new per week": found "five"; expected a number$/],
    [
      "a zone that is none",
      "Europe/London",
      "Europe/Londres",
      /^row 7, column "time zone": "Europe\/Londres" is not a/,
    ],
    [
      "a country that is none",
      '"PT;',
      '"Lusitania;',
      /^row 8, column "territories": found "Lusitania"; expected an ISO/,
    ],
    ["a manager who is none", "javier\n", "pepe\n", /^row 2, column "manager": "pepe" is not the id of a manager/],
    ["no address", "marta.ruiz@anaquel.example", "", /^row 2, column "email": missing; expected an e-mail address/],
    ["a rep twice", "alvaro;", "marta;", /^row 3: "marta" is listed already; expected each rep once$/],
    ["too many cells", "javier\n", "javier;one\n", /^row 2: 15 cells; expected at most 14/],
    ["an open quote", '"ES; AD"', '"ES; AD', /^the table cannot be read: /],
  ])("%s: named by row and column", (_, from, to, problem) => {
    expect(problemsOf(replaced(from, to))[0]).toMatch(problem);
  });

  it("counts empty rows, as a spreadsheet does", () => {
    expect(problemsOf(replaced(";5;30;", ";five;30;").replace("\nmarta", "\n\n;;;\nmarta"))[0]).toMatch(/^row 4, /);
  });

  it("is a table without reps, or one that leaves no one to speak a language", () => {
    expect(problemsOf(headers.join(""))).toEqual(["row 2: missing; expected one row per rep"]);
    expect(problemsOf(table.join("\n").replaceAll(/es\|en|en\|es/g, "es"))).toContainEqual(
      'team.reps: no rep speaks "en"; expected at least one for each of company.languages',
    );
  });

  it("is an agreement without a team", () => {
    expect(importTeam(table.join("\n"), "company: 1\n")).toEqual({
      ok: false,
      problems: ["the agreement has no list team.reps; run npm run agreement:check"],
    });
  });
});
