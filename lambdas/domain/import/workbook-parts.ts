/** What a workbook says of its sheets: only as much of its XML as finds the right file. */
export interface SheetPart {
  readonly name: string;
  /** The file in the archive. */
  readonly path: string;
  readonly isHidden: boolean;
}

const workbookPath = "xl/workbook.xml";
const relationsPath = "xl/_rels/workbook.xml.rels";
export const isWorkbookPart = (name: string): boolean => name === workbookPath || name === relationsPath;

const text = new TextDecoder();

/** The sheets with cells, in the workbook's order; those of charts have none. `undefined`: it is no workbook. */
export const sheetsOf = (files: ReadonlyMap<string, Uint8Array>): SheetPart[] | undefined => {
  const [workbook, relations] = [files.get(workbookPath), files.get(relationsPath)];
  if (workbook === undefined || relations === undefined) return undefined;
  const paths = new Map(
    tags(text.decode(relations), "Relationship").flatMap((tag): [string, string][] => {
      const target = attribute(tag, "Target") ?? "";
      const isSheet = attribute(tag, "Type")?.endsWith("/worksheet") === true;
      return isSheet ? [[attribute(tag, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`]] : [];
    }),
  );
  return tags(text.decode(workbook), "sheet").flatMap((tag) => {
    const [name, path] = [attribute(tag, "name"), paths.get(attribute(tag, "id") ?? "")];
    const state = attribute(tag, "state") ?? "visible";
    return name === undefined || path === undefined ? [] : [{ name, path, isHidden: state !== "visible" }];
  });
};

const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]{1,2000}>`, "g")) ?? [];

/** Of whatever namespace. */
const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
};

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescaped = (value: string): string =>
  value.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return name === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : whole) : (signs[name] ?? whole);
  });
