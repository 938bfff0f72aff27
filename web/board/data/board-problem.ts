import type * as z from "zod/mini";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { componentWords } from "../components/component-words.ts";

/** `detail` is the API's English, for programs: people read `said`, or what `field-words.ts` says of the field. */
interface FieldProblem {
  readonly field: string;
  readonly detail: string;
  /** The same for people, where the API has it. */
  readonly said?: Bilingual | undefined;
}

/** Why the API did not do what it was asked: a problem by RFC 9457, or 0 for an answer that never came. */
export class BoardProblem extends Error {
  readonly status: number;
  /** Title and detail are in English, for logs: people read `said`, or what the status means. */
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  /** The same in the reader's words, where the API has them. */
  readonly said: Bilingual | undefined;
  /** Seconds after which the API wants to be asked again. */
  readonly retryAfter: number | undefined;
  /** What a program can do about it, such as `sign-in-again`. */
  readonly code: string | undefined;

  /** It is not there, or not for this reader: asking for it again changes nothing, and what was shown is theirs no more. */
  get isFinal(): boolean {
    return this.status === 403 || this.status === 404;
  }

  constructor(
    status: number,
    title: string,
    detail = "",
    errors: readonly FieldProblem[] = [],
    said?: Bilingual,
    retryAfter?: number,
    code?: string,
  ) {
    super(title);
    this.code = code;
    this.retryAfter = retryAfter;
    this.name = "BoardProblem";
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.said = said;
  }
}

export const noAnswer = (): BoardProblem => new BoardProblem(0, "no answer");

/** The API has answered, but with something else than the contract says: another version of it, or of this page. */
export const otherThanAgreed = (status: number, path: string, { issues }: Pick<z.core.$ZodError, "issues">) =>
  new BoardProblem(
    status,
    "other than agreed",
    `${path}: ${issues.map((issue) => issue.path.join(".")).join(", ")}`,
    [],
    componentWords.otherVersion,
  );

/** Whatever was thrown, for a reader: what the API has not said is no answer. */
export const asProblem = (fault: unknown): BoardProblem => (fault instanceof BoardProblem ? fault : noAnswer());

/** Reads what an answer says is wrong, whatever came between us and the API. */
export const problemOf = async (response: Response): Promise<BoardProblem> => {
  const body: unknown = await response.json().catch(() => undefined);
  const title = textIn(body, "title") ?? response.statusText;
  const detail = textIn(body, "detail") ?? textIn(body, "message");
  const [said, retryAfter] = [saidIn(body), retryAfterIn(response)];
  return new BoardProblem(response.status, title, detail, errorsIn(body), said, retryAfter, textIn(body, "code"));
};

/** In seconds; a date, which the header may also have, says nothing to a page whose clock may be wrong. */
const retryAfterIn = ({ headers }: Response): number | undefined => {
  const told = headers.get("retry-after") ?? "";
  return /^\d{1,5}$/.test(told) ? Number(told) : undefined;
};

/** Nobody has answered for so long that it cannot be said whether it has been carried out. */
export const unknownWhether = ({ status, title }: BoardProblem): BoardProblem =>
  new BoardProblem(status, title, "", [], {
    es: "El servicio no ha confirmado la acción. Puede que ya esté hecha: al enviarla de nuevo no se hará dos veces.",
    en: "The service has not confirmed the action. It may have been carried out: sending it again does not repeat it.",
  });

const valueIn = (body: unknown, key: string): unknown =>
  typeof body === "object" && body !== null ? Object.entries(body).find(([name]) => name === key)?.[1] : undefined;

const textIn = (body: unknown, key: string): string | undefined => {
  const value = valueIn(body, key);
  return typeof value === "string" ? value : undefined;
};

const saidIn = (body: unknown): Bilingual | undefined => {
  const said = valueIn(body, "said");
  const [es, en] = [textIn(said, "es"), textIn(said, "en")];
  return es === undefined || en === undefined ? undefined : { es, en };
};

const errorsIn = (body: unknown): FieldProblem[] => {
  const errors = valueIn(body, "errors");
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((each: unknown) => {
    const [field, detail] = [textIn(each, "field"), textIn(each, "detail")];
    return field === undefined || detail === undefined ? [] : [{ field, detail, said: saidIn(each) }];
  });
};
