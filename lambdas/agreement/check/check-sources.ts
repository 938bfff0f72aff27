import type { AgreementTerms, OwnField } from "../../contract/agreement.ts";
import type { Source } from "../../contract/sources.ts";
import { fieldCalled, ownCalled } from "../../domain/capture/field-names.ts";
import { checkKnown, checkUnique, type Finding, type Path } from "../problem.ts";

/** A source that nothing of could be read is a mistake. */
export const checkSources = ({ sources = [], fields = [], familiarity, company }: AgreementTerms): Finding[] => [
  ...checkUnique(
    ["sources"],
    sources.map(({ id }) => id),
    "id",
  ),
  ...sources.flatMap((source, i) => [
    ...checkMapping(source, ["sources", i], fields),
    ...checkKind(source, ["sources", i]),
    ...(source.events ?? []).flatMap(({ kind }, n) =>
      checkKnown(
        ["sources", i, "events", n, "kind"],
        kind,
        "kind of event",
        familiarity.map((event) => event.kind),
      ),
    ),
    ...(source.language !== undefined && !company.languages.includes(source.language)
      ? [{ path: ["sources", i, "language"], message: `"${source.language}" is not one of company.languages` }]
      : []),
  ]),
];

const checkMapping = ({ mapping = [] }: Source, path: Path, own: readonly OwnField[]): Finding[] =>
  mapping.flatMap(({ to }, n) =>
    fieldCalled(to) === undefined && ownCalled(to, own) === undefined
      ? [
          {
            path: [...path, "mapping", n, "to"],
            message: `"${to}" is no field; expected one such as email, firstName, company, jobTitle, companySize or message, or the id of one of the agreement's fields`,
          },
        ]
      : [],
  );

/** What only one tool reads says nothing to the others. */
const checkKind = ({ kind, mapping = [], generic, events }: Source, path: Path): Finding[] => {
  const only = (key: "generic" | "events", of: Source["kind"]): Finding => ({
    path: [...path, key],
    message: `only of a source whose kind is "${of}"; this one is "${kind}"`,
  });
  const pointers = mapping.findIndex((rule) => "pointer" in rule);
  return [
    ...(generic !== undefined && kind !== "generic" ? [only("generic", "generic")] : []),
    ...(events !== undefined && kind !== "segment" ? [only("events", "segment")] : []),
    ...(pointers >= 0 && kind !== "generic"
      ? [
          {
            path: [...path, "mapping", pointers, "pointer"],
            message: `only of a source whose kind is "generic"; expected id, label or position`,
          },
        ]
      : []),
    ...(kind === "generic" && !mapping.some(({ to }) => fieldCalled(to) === "email")
      ? [{ path: [...path, "mapping"], message: "expected a rule with `to: email`, by which leads are told apart" }]
      : []),
  ];
};
