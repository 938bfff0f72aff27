import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import * as z from "zod/mini";
import { checkAgreement } from "../check-agreement.ts";
import { unpadded, withPartOf } from "../part-of-yaml.ts";
import type { Problem } from "../problem.ts";
import { knownHolidays } from "../public-holidays.ts";
import { type Column, columns, type Known, plain } from "./import-columns.ts";
import { parseTeamCsv, type Row, type Table } from "./parse-team-csv.ts";
import { layOver } from "./rep-node.ts";

/** What became of a rep; `fields` of a changed one. */
export interface RepChange {
  readonly what: "added" | "changed" | "removed";
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
}

export type Imported =
  | { readonly ok: true; readonly yaml: string; readonly changes: readonly RepChange[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const where = ["team", "reps"];

/**
 * The agreement with the reps of a table instead of its own. A rep who is not in the table is removed; an existing rep
 * keeps the fields for which the table has no column. Everything else stays as it was written. The resulting agreement
 * must be valid.
 */
export const importTeam = (csv: string, yaml: string): Imported => {
  const document = parseDocument(yaml);
  const reps = document.errors.length === 0 ? document.getIn(where, true) : undefined;
  if (!isSeq(reps))
    return { ok: false, problems: ["the agreement has no list team.reps; run npm run agreement:check"] };
  const read = parseTeamCsv(csv, knownOf(document.toJS()));
  if (!read.ok) return read;
  const before = reps.items.filter(isMap).map((node) => ({ node, rep: identityOf(node, document) }));
  const rows = read.table.rows.map((row) => ({ ...row, id: idOf(row, before) }));
  const twice = rows.filter(({ id }, i) => rows.findIndex((other) => other.id === id) < i);
  if (twice.length > 0)
    return {
      ok: false,
      problems: twice.map(({ row, id }) => `row ${row}: "${id}" is listed already; expected each rep once`),
    };
  const laid = rows.map((row) => {
    const there = before.find(({ rep }) => rep.id === row.id)?.node;
    return { row, there, ...layOver(there, row.id, row.cells, document) };
  });
  const changes = [
    ...laid.flatMap(({ node, row, there, fields }): RepChange[] => {
      if (there !== undefined && fields.length === 0) return [];
      const what = there === undefined ? "added" : "changed";
      return [{ what, id: row.id, name: identityOf(node, document).name, fields: there === undefined ? [] : fields }];
    }),
    ...before
      .filter(({ rep }) => rows.every(({ id }) => id !== rep.id))
      .map(({ rep }): RepChange => ({ what: "removed", id: rep.id, name: rep.name, fields: [] })),
  ];
  const next =
    changes.length === 0
      ? yaml
      : replaced(
          yaml,
          document,
          reps,
          laid.map(({ node }) => node),
        );
  const checked = checkAgreement(next, "the agreement", knownHolidays);
  return checked.ok
    ? { ok: true, yaml: next, changes }
    : {
        ok: false,
        problems: checked.problems.map((problem) => sayProblem(problem, changes.length === 0 ? [] : rows, read.table)),
      };
};

const replaced = (yaml: string, document: Document, reps: YAMLSeq, nodes: readonly YAMLMap[]): string => {
  reps.items = [...nodes];
  return withPartOf(yaml, unpadded(document.toString({ lineWidth: 0 })), where);
};

const IdentitySchema = z.object({
  id: z.catch(z.string(), ""),
  name: z.catch(z.string(), ""),
  email: z.catch(z.string(), ""),
});
type Identity = z.infer<typeof IdentitySchema>;

const identityOf = (node: YAMLMap, document: Document): Identity => IdentitySchema.parse(node.toJS(document));

/** The id in the table, or else that of the rep with this address, or else one made from the name. */
const idOf = ({ cells }: Row, before: readonly { rep: Identity }[]): string => {
  const told = (key: string): string => String([...cells].find(([{ path }]) => path[0] === key)?.[1] ?? "");
  if (told("id") !== "") return told("id");
  const same = before.find(({ rep }) => rep.email !== "" && rep.email.toLowerCase() === told("email").toLowerCase());
  return (
    same?.rep.id ??
    told("name")
      .split(/\s+/)
      .map(plain)
      .filter((word) => word !== "")
      .join("-")
  );
};

const LabelsSchema = z.catch(z.array(z.object({ id: z.string(), label: z.record(z.string(), z.string()) })), []);
const PeopleSchema = z.catch(z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })), []);
const TermsSchema = z.object({ segments: LabelsSchema, team: z.object({ managers: PeopleSchema }) });

const knownOf = (terms: unknown): Known => {
  const { segments, team } = TermsSchema.parse(terms);
  return {
    segments: segments.map(({ id, label }) => ({ id, names: Object.values(label) })),
    managers: team.managers.map(({ id, name, email }) => ({ id, names: [name, email] })),
  };
};

/** A mistake in a rep is reported at its cell; any other one at its key in the agreement. */
const sayProblem = ({ key, message }: Problem, rows: readonly Row[], { headerOf }: Table): string => {
  const [, at = "", inRep = ""] = /^team\.reps\[(\d+)\]\.?(.*)$/.exec(key) ?? [];
  const row = rows[at === "" ? -1 : Number(at)]?.row;
  if (row === undefined) return `${key}: ${message}`;
  const column = columns.find((each) => stands(each, inRep));
  const header = column === undefined ? undefined : headerOf(column);
  return header === undefined ? `row ${row}: ${inRep}: ${message}` : `row ${row}, column "${header}": ${message}`;
};

const stands = ({ path }: Column, inRep: string): boolean => {
  const own = path.join(".");
  return inRep === own || inRep.startsWith(`${own}.`) || inRep.startsWith(`${own}[`);
};
