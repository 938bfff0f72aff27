import { mailboxesIn } from "../source/mailboxes.ts";

/** Characters of a mailbox's hash that are kept: enough that two of a list do not share them. */
const length = 24;

/** By which portion of a list an erasure finds a mailbox: a line for each, sorted. */
export const listMailboxes = (rows: readonly (readonly string[])[], portionOf: (row: number) => number): string => {
  const lines = new Set<string>();
  rows.forEach((cells, row) => {
    const text = cells.filter((cell) => cell.includes("@")).join(" ");
    if (text === "") return;
    for (const mailbox of mailboxesIn(text)) lines.add(`${mailbox.slice(0, length)} ${portionOf(row)}`);
  });
  return `\n${[...lines].sort().join("\n")}\n`;
};

/** The portions in which the mailbox stands. */
export const portionsWith = (mailboxes: string, mailbox: string): number[] => {
  const asked = `\n${mailbox.slice(0, length)} `;
  const found: number[] = [];
  for (let at = mailboxes.indexOf(asked); at >= 0; at = mailboxes.indexOf(asked, at + 1))
    found.push(Number.parseInt(mailboxes.slice(at + asked.length), 10));
  return found;
};

/** The same without the mailbox. */
export const withoutMailbox = (mailboxes: string, mailbox: string): string =>
  mailboxes
    .split("\n")
    .filter((line) => !line.startsWith(`${mailbox.slice(0, length)} `))
    .join("\n");

export const isOfMailbox = (cells: readonly string[], mailbox: string): boolean =>
  cells.some((cell) => cell.includes("@") && mailboxesIn(cell).includes(mailbox));
