import * as z from "zod/mini";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import {
  actionsOfRole,
  boardPaths as at,
  boardPosts,
  boardQueries,
  boardReads,
  CodeBodySchema,
  ColumnQuerySchema,
  EnrolBodySchema,
  ForgottenBodySchema,
  LeadActionSchema,
  mayDecideAside,
  mayImport,
  NewPasswordBodySchema,
  RecoveryBodySchema,
  ResetBodySchema,
  RoleSchema,
  SearchBodySchema,
  SessionAnswerSchema,
  SignInBodySchema,
  TicketBodySchema,
} from "../../lambdas/contract/board.ts";
import { ExportListSchema } from "../../lambdas/contract/board-export.ts";
import { StageSchema } from "../../lambdas/contract/stages.ts";
import { mayNegotiate } from "../../lambdas/domain/agreement/proposal/proposal.ts";
import { isBoardRoute, mayRead } from "../../lambdas/domain/board/rights.ts";
import { AnswerBodySchema } from "../../lambdas/domain/follow-up/parse-answer.ts";
import { idempotencyKeyForm } from "../../lambdas/domain/http/http.ts";
import { OutcomeBodySchema } from "../../lambdas/domain/outcome/parse-outcome-body.ts";
import { always, inJson, problems, withOldToken, withoutToken } from "./responses.ts";

const signedIn = [{ boardToken: [] }];
const { leadId: _lead, by: _by, ...answerFields } = AnswerBodySchema.shape;
const { leadId: _told, by: _teller, corrects: _corrects, ...outcomeFields } = OutcomeBodySchema.shape;

/** The function reads these as it reads the signed requests, with lead and sender put in. */
const bodies: Partial<Record<string, z.ZodMiniType>> = {
  "leads/{leadId}/answer": z.object({ version: z.int(), ...answerFields }),
  "leads/{leadId}/outcome": z.object({ version: z.int(), ...outcomeFields }),
};

const summaries: Record<keyof typeof boardReads | keyof typeof boardPosts, string> = {
  me: "Who is signed in, and the agreement's words that every page needs",
  pulse:
    "How many leads are in each stage, and whether anything has changed there; cheap enough to ask every two seconds",
  "columns/{stage}": "A page of a stage's leads: the open ones by deadline, the ended ones by their ending",
  search: "Leads by a whole address, or by how an address or a company's name begins",
  worklist: "Open leads in somebody's hands, the most urgent first",
  "leads/{leadId}": "The whole story of a lead",
  figures: "Everything that the counters say",
  agreement: "The agreement in plain words, and what of it changed when",
  aside: "Forms and leads that are kept aside, by the reason",
  sources: "The form tools that send leads: how to connect each, what came by it, and what of it could not be read",
  attention: "What somebody should look at, each with its remedy",
  "imports/{importId}": "Where an import stands, what its list looks like, and what may be done with it",
  "imports/{importId}/rows": "Rows of a list with what would become, or became, of each",
  "imports/{importId}/refused": "The refused rows of an import that has ended, with the reasons, as CSV",
  wins: "The newest won deals",
  trail: "Who opened, searched, changed or erased what on one day",
  meetings: "Which packs of the weekly meeting there are",
  "meetings/{week}": "What was prepared for the meeting of a week, and what it decided",
  proposals:
    "The negotiation room: what is in force, what is proposed and who signs; or proposes the whole agreement as it is to be",
  "proposals/draft": "The text to begin a proposal with: of the version in force, or of an earlier one",
  "proposals/{proposalId}": "A proposal: its text, what it changes, and what the user may do with it",
  "proposals/{proposalId}/trial": "A proposal tried on the past: how far it is, and what was found",
  "proposals/{proposalId}/try": "Try a proposal on the past weeks; it is worked on after the response",
  "proposals/check": "Whether a text is an agreement, and what it would change; nothing is kept",
  "proposals/signers": "Name who signs in place of somebody who has left",
  "proposals/{proposalId}/withdraw": "Withdraw one's own department's proposal, with the reason",
  "proposals/{proposalId}/refuse": "Refuse the other department's proposal, with the reason",
  "proposals/{proposalId}/sign":
    "Sign exactly these terms; a sign-in older than five minutes has to be repeated, with its second factor",
  "exports/{list}":
    "All rows of a list for a file, 10,000 at most, as far as the role may see them; it stands in the audit trail",
  "exports/search": "What is found by a search, for a file, 1,000 leads at most; it stands in the audit trail",
  "leads/{leadId}/decide": "Decide on a lead whom nobody in sales answered",
  "leads/{leadId}/override": "Decide in the gate's place, for the rest of the cycle",
  "leads/{leadId}/answer": "Answer a hand-off",
  "leads/{leadId}/outcome": "Tell how the deal goes on, how it ended, or how it really ended",
  "leads/{leadId}/reassign": "Give the lead to somebody else",
  "leads/{leadId}/recycle": "Return the lead to marketing, or take an ended one up again",
  "leads/{leadId}/new-deal": "Start another deal with a lead that was won or lost; a won deal stays beside it",
  "leads/{leadId}/take-over": "Take over what a later form said of the lead: it counts from now on",
  "leads/{leadId}/dismiss": "Dismiss what a later form said of the lead",
  leads: "Add somebody whom a colleague spoke to; what is said of a known address is added to its lead",
  "leads/similar":
    "Leads who may be the person that somebody is about to add: by address, telephone, or name and company",
  "leads/{leadId}/edit": "Correct what is known of the lead; what was known stays in its history",
  "leads/{leadId}/not-same": "Say that another lead is not the same person",
  "leads/{leadId}/unsubscribe": "End our mails to the lead",
  "leads/{leadId}/export":
    "Mail the person the link to all that is kept of them, or take it out for a person who was identified",
  "leads/{leadId}/erase": "Erase everything about the person",
  "aside/release": "Release what is kept aside: it goes on as if it had passed when it came",
  "aside/drop": "Drop what is kept aside, for good",
  "sources/try":
    "Walk a request of a form tool through what would become of it: one that is pasted, one that could not be read, or the newest",
  "sources/again": "Read again what could not be read",
  "sources/drop": "Drop what could not be read, for good",
  imports:
    "Lists that were imported, the newest first; or begins with one: the response has the one request by which its file is uploaded",
  "imports/{importId}/uploaded": "Say that the file is uploaded: it is read next",
  "imports/{importId}/read": "Read the file again: another sheet, encoding or separator",
  "imports/{importId}/terms":
    "Say what each column is, where the leads come from and what they agreed to: each row is checked, and nothing stored",
  "imports/{importId}/start": "Take the rows in, at the agreed pace",
  "imports/{importId}/pause": "Pause it",
  "imports/{importId}/resume": "Go on with it",
  "imports/{importId}/stop": "Stop it for good; what it has added stays",
  "imports/{importId}/undo":
    "Erase the leads that it has added and that nobody has done anything with since, within 30 days",
  "meetings/{week}/decisions": "Note what the meeting decided",
  "meetings/{week}/decisions/{decisionId}": "Say whether a decision held",
  "meetings/{week}/changes/{number}": "Close a change of the agreement with what the meeting says of it",
  "meetings/{week}/decisions/{decisionId}/text": "Replace a decision's text, so that nobody is named in it",
};

const entries = <T extends object>(table: T): [keyof T & string, T[keyof T]][] =>
  Object.entries(table).flatMap(([name, value]): [keyof T & string, T[keyof T]][] =>
    isKeyOf(table, name) ? [[name, value]] : [],
  );
const isKeyOf = <T extends object>(table: T, name: string): name is keyof T & string => Object.hasOwn(table, name);

const key = z.optional(z.string().check(z.regex(idempotencyKeyForm)));
z.globalRegistry.add(key, {
  description: "The sender's own name for the action: within a day the same one is carried out once",
});

const partSchemas: Readonly<Partial<Record<string, z.ZodMiniType>>> = { stage: StageSchema, list: ExportListSchema };

/** The parts of a path that are filled in. */
const partsOf = (path: string): { path?: z.ZodMiniObject } => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  if (names.length === 0) return {};
  return {
    path: z.object(Object.fromEntries(names.map((name) => [name, partSchemas[name] ?? z.string()]))),
  };
};

const idOf = (method: string, path: string): string =>
  [method, ...path.split(/[^A-Za-z]+/).filter(Boolean)]
    .map((word, i) => (i === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join("");

const readersOf = (path: string): string => {
  const [route = ""] = path.split("/");
  const readers = RoleSchema.options.filter((role) => isBoardRoute(route) && mayRead(role, route));
  return readers.length === RoleSchema.options.length ? "every role; a rep sees own leads only" : readers.join(", ");
};

const doersOf = (path: string): string => {
  if (path === "search" || path === "exports/search") return readersOf(path);
  if (/^(aside|sources)\//.test(path)) return RoleSchema.options.filter(mayDecideAside).join(", ");
  if (path === "proposals/signers") return "operations";
  if (/^proposals\b/.test(path)) return RoleSchema.options.filter((role) => mayNegotiate({ role })).join(", ");
  if (/^imports\b/.test(path)) return RoleSchema.options.filter(mayImport).join(", ");
  const action = LeadActionSchema.safeParse(path.split("/")[2]);
  if (!action.success) return "every role but rep";
  return RoleSchema.options.filter((role) => actionsOfRole[role].some((each) => each === action.data)).join(", ");
};

const reads = entries(boardReads).map(([path, schema]): [string, ZodOpenApiOperationObject] => {
  const query = isKeyOf(boardQueries, path) ? boardQueries[path] : undefined;
  const takesNothing = !path.includes("{") && query === undefined;
  const operation: ZodOpenApiOperationObject = {
    operationId: idOf("board", path),
    tags: ["Board"],
    summary: summaries[path],
    description: `For: ${readersOf(path)}.`,
    security: signedIn,
    requestParams: { ...partsOf(path), ...(query !== undefined && { query }) },
    responses: {
      "200": inJson("As the board shows it", schema),
      "401": withoutToken,
      ...problems(403, ...(query === undefined ? [] : [400]), ...(takesNothing ? [] : [404])),
      ...always,
    },
  };
  return [path, operation];
});

const posts = entries(boardPosts).map(([path, { body, response }]): [string, ZodOpenApiOperationObject] => [
  path,
  {
    // Of what can be read at the same address.
    operationId: idOf(Object.hasOwn(boardReads, path) ? "boardPost" : "board", path),
    tags: ["Board"],
    summary: summaries[path],
    description: `For: ${doersOf(path)}.`,
    security: signedIn,
    requestParams: { ...partsOf(path), header: z.object({ "idempotency-key": key }) },
    requestBody: { required: true, content: { "application/json": { schema: bodies[path] ?? body } } },
    responses: {
      "200": inJson(
        /(?:^|\/)search$/.test(path) ? "As the board shows it" : "Done, or done before by the same person",
        response,
      ),
      "401": path.endsWith("/sign") ? withOldToken : withoutToken,
      ...problems(400, 403, 404, 422, ...(/^(?:leads\/|imports\/|proposals\b)/.test(path) ? [409] : [])),
      ...always,
    },
  },
]);

const methodsAt = (path: string) => {
  const [get, post] = [reads, posts].map((all) => all.find(([each]) => each === path)?.[1]);
  return { ...(get !== undefined && { get }), ...(post !== undefined && { post }) };
};

const session = (id: string, summary: string, body?: z.ZodMiniType): ZodOpenApiOperationObject => ({
  operationId: id,
  tags: ["Session"],
  summary,
  security: body === undefined ? [{ session: [] }] : [],
  ...(body !== undefined && { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
  responses: {
    "200": inJson("A token for the board's API, or what is needed first", SessionAnswerSchema),
    ...problems(401, 403, 415, ...(body === undefined ? [] : [400]), ...(id === "setPassword" ? [422] : [])),
    ...always,
  },
});

const ColumnQuery = ColumnQuerySchema.shape;
z.globalRegistry.add(ColumnQuery.cursor, { description: "Of the page before: goes on where it ended" });
z.globalRegistry.add(ColumnQuery.owner, { description: "A colleague's id; a rep is always shown own leads only" });
z.globalRegistry.add(boardQueries.worklist.shape.owner, { description: "A colleague's id; one's own when left out" });
z.globalRegistry.add(boardQueries.figures.shape.weeks, { description: "From 1 to 53; 12 when left out" });
z.globalRegistry.add(SearchBodySchema.shape.q, { description: "At least two letters" });

/** What the board's pages ask: reading, acting, and the session. */
export const boardPaths: ZodOpenApiPathsObject = {
  [at.session]: {
    post: session("signIn", "Sign in", SignInBodySchema),
    delete: {
      operationId: "signOut",
      tags: ["Session"],
      summary: "Sign out",
      security: [{ session: [] }, {}],
      responses: { "204": { description: "Signed out; the cookie is gone" }, ...problems(403), ...always },
    },
  },
  [`${at.session}/password`]: {
    post: session("setPassword", "Choose a password of one's own, at the first sign-in", NewPasswordBodySchema),
  },
  [`${at.session}/code`]: { post: session("enterCode", "Enter the second factor's code", CodeBodySchema) },
  [`${at.session}/recovery`]: {
    post: session("recover", "Enter a recovery code in its place, with the password", RecoveryBodySchema),
  },
  [`${at.session}/factor`]: {
    post: session(
      "newSecret",
      "Begin to set up a second factor, by the ticket that the sign-in gave",
      TicketBodySchema,
    ),
  },
  [`${at.session}/enrol`]: {
    post: session("enrol", "Set it up by its first code; the response has the recovery codes, once", EnrolBodySchema),
  },
  [`${at.session}/forgotten`]: {
    post: {
      operationId: "forgotPassword",
      tags: ["Session"],
      summary: "Ask for a link to choose another password, by mail",
      security: [],
      requestBody: { required: true, content: { "application/json": { schema: ForgottenBodySchema } } },
      responses: {
        "202": { description: "Taken, whether there is such a user or not" },
        ...problems(400, 403, 415),
        ...always,
      },
    },
  },
  [`${at.session}/reset`]: {
    post: {
      operationId: "resetPassword",
      tags: ["Session"],
      summary: "Choose another password by the link",
      security: [],
      requestBody: { required: true, content: { "application/json": { schema: ResetBodySchema } } },
      responses: {
        "204": { description: "Replaced; all sessions have ended, and a second factor stays" },
        ...problems(400, 403, 404, 415, 422),
        ...always,
      },
    },
  },
  [`${at.session}/refresh`]: { post: session("refresh", "Get a new token, by the cookie") },
  [`${at.session}/everywhere`]: {
    post: {
      operationId: "signOutEverywhere",
      tags: ["Session"],
      summary: "End all sessions of the user, by the cookie",
      security: [{ session: [] }],
      responses: {
        "204": { description: "Signed out everywhere; access tokens that are out end within five minutes" },
        ...problems(401, 403, 415),
        ...always,
      },
    },
  },
  ...Object.fromEntries(
    [...new Set([...reads, ...posts].map(([path]) => path))].map((path) => [`${at.api}/${path}`, methodsAt(path)]),
  ),
};
