import { beginningOf, cleanLine, cleanLines, lengthOf } from "./clean-text.ts";
import { anyText, type Sent } from "./sent.ts";
import type { OtherField } from "./submission.ts";

/** An item of the table holds 400 KB; a form's other fields are to take a small part of it. */
const most = { fields: 100, name: 100, value: 2000, together: 40_000 } as const;

/** Fields as they are kept, and how many of them were shortened or left out. */
export interface BoundFields {
  readonly other: readonly OtherField[];
  readonly cut: number;
}

export const boundOther = (sent: Sent): BoundFields => {
  const other: OtherField[] = [];
  let [room, cut]: [number, number] = [most.together, 0];
  for (const [sentName, sentValue] of sent) {
    const [fullName, fullValue] = [cleanLine(sentName), cleanLines(anyText(sentValue))];
    const name = beginningOf(fullName, most.name);
    const value = beginningOf(fullValue, Math.max(0, Math.min(most.value, room - lengthOf(name))));
    const kept = other.length < most.fields && value !== "";
    if (kept) other.push({ name, value });
    if (kept) room -= lengthOf(name) + lengthOf(value);
    if (!kept || name !== fullName || value !== fullValue) cut += 1;
  }
  return { other, cut };
};
