import { alike } from "../score/alike.ts";
import type { Claim, Contact, Fact, FactSource, Lead } from "./lead.ts";
import { joined, type ReadAs, readAs } from "./read-as.ts";

/** What a lead may say of itself, in reading order. */
export const factFields = [
  "name",
  "company",
  "jobTitle",
  "phone",
  "companySize",
  "industry",
  "country",
  "region",
  "interest",
  "message",
  "language",
] as const;
export type FactField = (typeof factFields)[number];

/** What a colleague may type of a lead, beside the agreement's own fields and a note. */
export const typedFields = factFields.filter((field) => field !== "message");
/** What they may correct: what somebody asked for and wrote is theirs. */
export const editableFields = typedFields.filter((field) => field !== "interest");

export const isFactField = (text: string): text is FactField => factFields.some((field) => field === text);

/** What one form said of the lead: anyone can send one. Or what a colleague noted. */
export interface Said {
  readonly submissionId: string;
  /** Id of the colleague: what they say is confirmed, and yet fills only what is empty. */
  readonly by?: string | undefined;
  readonly at: string;
  readonly contact: Contact;
  /** Only when the form itself said so. */
  readonly language?: Lead["language"] | undefined;
}

type Holder = Pick<Lead, "contact" | "language" | "facts" | "claims" | "createdAt" | "firstForm">;
type Held = Pick<Lead, "contact" | "language" | "facts" | "claims">;

/** How many claims are kept open beside one field: a new one pushes out the oldest. A message is long. */
const mostOf = (field: string): number => (field === "message" ? 1 : 3);

/** How many earlier values of a field are kept. Only colleagues and confirmed links make new ones. */
export const mostEarlier = 10;

/** All that was known of the field, the newest first; `undefined` while what came first is all. */
export const factsOf = ({ facts = {} }: Pick<Lead, "facts">, field: string): readonly Fact[] | undefined =>
  Object.hasOwn(facts, field) ? facts[field] : undefined;

/** What is known of the field, with who said it; `undefined` when nobody has said anything. */
export const factOf = (lead: Holder, field: string): Fact | undefined => {
  const value = saidIn(lead, field);
  if (value === undefined || value === "") return undefined;
  const kept = factsOf(lead, field);
  if (kept === undefined) return { value, from: "form", id: lead.firstForm, at: lead.createdAt };
  const [newest] = kept;
  // The language that stands for one that nobody has chosen.
  if (newest === undefined) return undefined;
  // An older release has replaced the value without saying whose it is.
  return newest.value === value ? newest : { value, from: "form", at: newest.at };
};

/** Confirmed by the owner of the address or by a colleague: no claim counts against it. */
export const isConfirmed = ({ from }: Pick<Fact, "from">): boolean => from === "link" || from === "colleague";

/** A value that differs from what is known. */
export interface Differing {
  /** One of `factFields`, or the id of one of the agreement's own fields. */
  readonly field: string;
  readonly value: Fact["value"];
  /** What the value was read as, if more than it is. */
  readonly read?: ReadAs;
}

/** The values of a form that differ from what is known, in reading order. */
export const differing = (lead: Holder, said: Pick<Said, "contact" | "language">): Differing[] =>
  fieldsOf(said).flatMap((field) => {
    const [value, known] = [saidIn(said, field), factOf(lead, field)];
    if (value === undefined || value === "" || known === undefined) return [];
    if (saysTheSame(field, value, known.value, [said.contact, lead.contact])) return [];
    const read = readAs(said.contact, field, value);
    return [{ field, value, ...(read && { read }) }];
  });

/**
 * What is known after a form: it fills what is empty, and what differs is kept beside. Whoever knows an address can
 * send one, so it replaces nothing.
 */
export const afterForm = (lead: Holder, said: Said): Held => {
  const { submissionId, at, by } = said;
  const source =
    by === undefined ? ({ from: "form", id: submissionId } as const) : ({ from: "colleague", id: by } as const);
  const filled = fieldsOf(said).reduce<Held>((held, field) => {
    const value = saidIn(said, field);
    if (value === undefined || value === "" || factOf(lead, field) !== undefined) return held;
    return withFact(lead, held, field, value, { ...source, at });
  }, heldOf(lead));
  const claims = differing(lead, said).reduce<readonly Claim[]>((before, { field, value }) => {
    const isKnown = before.some(
      (claim) => claim.field === field && saysTheSame(field, value, claim.value, [said.contact, lead.contact]),
    );
    return isKnown
      ? before
      : bounded(before.concat({ field, value, submissionId, at, ...(by !== undefined && { by }) }), field);
  }, lead.claims ?? []);
  const held = { ...filled, claims: claims.length === 0 ? lead.claims : [...claims] };
  return { ...held, contact: withReadAs(held, said.contact) };
};

/** Who said each value of a lead that a colleague has added. */
export const factsByColleague = ({ contact, language }: Pick<Said, "contact" | "language">, id: string, at: string) =>
  Object.fromEntries(
    fieldsOf({ contact }).flatMap((field): [string, Fact[]][] => {
      const value = saidIn({ contact, language }, field);
      if (value === undefined || value === "") return [];
      return [[field, [{ value, from: "colleague", id, at }]]];
    }),
  );

/** What values were read as goes along with each that is still known, claimed or remembered. */
const withReadAs = (held: Held, said: Contact): Contact => {
  if (said.readAs === undefined) return held.contact;
  const isKept = ({ field, value }: ReadAs): boolean =>
    isFactField(field) &&
    (saidIn(held, field) === value ||
      (held.claims ?? []).some((claim) => claim.field === field && claim.value === value) ||
      (held.facts?.[field] ?? []).some((fact) => fact.value === value));
  return { ...held.contact, readAs: joined(held.contact, said, isKept) };
};

/** Who confirmed a value: `form` is the submission that said it. */
type Confirming = FactSource & { readonly from: "link" | "colleague" } & Pick<Fact, "form">;

/** The value counts from now on, by who has confirmed it: what was known stays as its predecessor. */
export const afterConfirming = (lead: Holder, field: string, value: Fact["value"], source: Confirming): Held => {
  const held = withFact(lead, heldOf(lead), field, value, source);
  const claims = lead.claims?.filter(
    (claim) => claim.field !== field || !saysTheSame(field, claim.value, value, [lead.contact]),
  );
  return { ...held, claims: claims?.length === 0 ? undefined : claims };
};

/** A colleague says that what is known is wrong and nothing is known: the next form that says something fills it. */
export const afterClearing = (lead: Holder, field: string, { from, id, at }: Confirming): Held => {
  const { contact, facts } = withFact(lead, heldOf(lead), field, "", { from, id, at });
  if (isFactField(field)) return { ...heldOf(lead), facts, contact: { ...contact, [field]: undefined } };
  const own = Object.fromEntries(Object.entries(contact.own ?? {}).filter(([id]) => id !== field));
  return { ...heldOf(lead), facts, contact: { ...contact, own } };
};

/** What is known of the field. */
export const knownValue = (lead: Pick<Lead, "contact" | "language">, field: string): Fact["value"] | undefined =>
  saidIn(lead, field);

/** The lead with all of these values confirmed. */
export const withConfirmed = (lead: Lead, values: readonly Differing[], source: Confirming): Lead => {
  const [first, ...others] = values;
  if (first === undefined) return lead;
  return withConfirmed({ ...lead, ...afterConfirming(lead, first.field, first.value, source) }, others, source);
};

/** The claim is not true, or of no interest: it is kept, so that the same one is not shown again. */
export const afterDismissing = (
  claims: readonly Claim[],
  { field, submissionId }: Pick<Claim, "field" | "submissionId">,
  { by, at }: { readonly by: string; readonly at: string },
): Claim[] =>
  claims.map((claim) =>
    claim.field === field && claim.submissionId === submissionId
      ? { ...claim, dismissedAt: at, dismissedBy: by }
      : claim,
  );

/** The claim of this form about this field, if nobody has decided on it. */
export const openClaim = (
  lead: Pick<Lead, "claims">,
  { field, submissionId }: Pick<Claim, "field" | "submissionId">,
): Claim | undefined => openClaims(lead).find((claim) => claim.field === field && claim.submissionId === submissionId);

/** The claims that nobody has decided on, the oldest first. */
export const openClaims = ({ claims = [] }: Pick<Lead, "claims">): Claim[] =>
  claims.filter(({ dismissedAt }) => dismissedAt === undefined);

const heldOf = ({ contact, language, facts, claims }: Held): Held => ({ contact, language, facts, claims });

/** Those that every agreement knows, then its own, which the table keeps in no order. */
const fieldsOf = ({ contact }: Pick<Said, "contact">): string[] => [
  ...factFields,
  ...Object.keys(contact.own ?? {}).sort(),
];

const saidIn = (
  { contact, language }: Partial<Pick<Said, "contact" | "language">>,
  field: string,
): Fact["value"] | undefined => {
  if (isFactField(field)) return field === "language" ? language : contact?.[field];
  const own = contact?.own ?? {};
  return Object.hasOwn(own, field) ? own[field] : undefined;
};

const withFact = (
  lead: Holder,
  held: Held,
  field: string,
  value: Fact["value"],
  { from, id, at, form }: FactSource & Pick<Fact, "form">,
): Held => {
  const known = factOf(lead, field);
  const earlier = (factsOf(held, field) ?? []).filter((fact) => fact !== known);
  const history = [
    { value, from, id, at, ...(form !== undefined && { form }) },
    ...(known === undefined ? [] : [known]),
    ...earlier,
  ];
  const facts = { ...held.facts, [field]: history.slice(0, mostEarlier + 1) };
  if (!isFactField(field))
    return { ...held, contact: { ...held.contact, own: { ...held.contact.own, [field]: value } }, facts };
  if (field !== "language") return { ...held, contact: { ...held.contact, [field]: value }, facts };
  return value === "es" || value === "en" ? { ...held, language: value, facts } : held;
};

/** Of one field the oldest goes first, dismissed ones before others. */
const bounded = (claims: readonly Claim[], field: string): readonly Claim[] => {
  const ofField = claims.filter((claim) => claim.field === field);
  if (ofField.length <= mostOf(field)) return claims;
  const goes = ofField.find(({ dismissedAt }) => dismissedAt !== undefined) ?? ofField[0];
  return claims.filter((claim) => claim !== goes);
};

/**
 * Case and accents are no difference, nor is how a telephone is written: the same numbers to dial, or digits that differ in
 * their grouping and the country's prefix alone.
 */
const saysTheSame = (
  field: string,
  one: Fact["value"],
  other: Fact["value"],
  contacts: readonly Pick<Contact, "readAs">[],
): boolean => {
  if (alike(inOrder(one)) === alike(inOrder(other))) return true;
  if (field !== "phone") return false;
  const [said, known] = [one, other].map((value) =>
    contacts.flatMap((contact) => readAs(contact, field, value)?.numbers ?? []).map(({ dial }) => dial),
  );
  if (said?.length && known?.length) return said.every((dial) => known.includes(dial));
  const [a, b] = [one, other].map((number) => String(number).replace(/\D/g, "").replace(/^00/, ""));
  return a !== undefined && b !== undefined && isNumberWithin(a, b);
};

/** An agreement may put its options into another order. */
const inOrder = (value: Fact["value"]): Fact["value"] => (Array.isArray(value) ? value.toSorted() : value);

/** Digits of the shortest number that is whole without its country's prefix, which has three at most. */
const wholeNumber = 8;

const isNumberWithin = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= wholeNumber && long.length - short.length <= 3 && long.endsWith(short);
};
