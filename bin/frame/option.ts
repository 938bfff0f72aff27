import * as z from "zod/mini";
import { DeployedEnvironmentSchema, defaultEnvironment } from "../../lambdas/contract/deployed-environment.ts";
import { LanguageSchema } from "../../lambdas/contract/stages.ts";

/** What `--help` and errors say of an option or an argument. */
export interface OptionHelp {
  /** Stands for the value, such as `FILE`; an option without one is a flag. */
  readonly takes?: string;
  readonly says: string;
  /** What its value must be, when not every text will do: `a whole number from 1 to 53`. */
  readonly kind?: string;
  /** Is never repeated, not even in an error. */
  readonly isSecret?: true;
  /** What counts when it is left out. */
  readonly default?: string;
  /** The environment variable that counts when it is left out. */
  readonly environment?: string;
  /** Stands without a name: one such word, or all that are left. */
  readonly argument?: "one" | "all";
}

const helpOfOptions = z.registry<OptionHelp>();

/** An option: what its text must be, and what is said of it. Required when the schema takes no `undefined`. */
export const option = <S extends z.core.$ZodType>(schema: S, help: OptionHelp): S => {
  helpOfOptions.add(schema, help);
  return schema;
};

export type Options = Readonly<Record<string, z.core.$ZodType>>;

/** What is said of this option of the command. */
export const helpOf = (options: Options, key: string): OptionHelp => {
  const schema = options[key];
  const help = schema && helpOfOptions.get(schema);
  if (help === undefined) throw new Error(`the command has no option ${key} that was made by option()`);
  return help;
};

/** Whether it must be given: nothing stands for it. */
export const isRequired = (options: Options, key: string): boolean => {
  const { default: usual, argument } = helpOf(options, key);
  const schema = options[key];
  return schema !== undefined && usual === undefined && argument !== "all" && !z.safeParse(schema, undefined).success;
};

export const text = (takes: string, says: string, more: Omit<OptionHelp, "takes" | "says"> = {}) =>
  option(z.string(), { takes, says, ...more });
export const optionalText = (takes: string, says: string, more: Omit<OptionHelp, "takes" | "says"> = {}) =>
  option(z.optional(z.string()), { takes, says, ...more });
export const flag = (says: string) => option(z._default(z.boolean(), false), { says });

/** A number between two others; with decimals after a point or a comma, unless it is to be whole. */
export const numberFrom = (least: number, most: number, isWhole = false) =>
  z.pipe(
    z.pipe(
      z.string().check(z.regex(isWhole ? /^\d+$/ : /^\d+([.,]\d+)?$/)),
      z.transform((typed) => Number(typed.replace(",", "."))),
    ),
    z.number().check(z.gte(least), z.lte(most)),
  );

/** Which deployment is meant: most commands have both of these, and need one of them. */
export const outputsOption = () =>
  optionalText("FILE", "the stack's outputs: .local/outputs.json, or what cdk deploy --outputs-file wrote");
export const environmentOption = (says = `which environment of that file (default: ${defaultEnvironment})`) =>
  option(z.optional(DeployedEnvironmentSchema), {
    takes: "NAME",
    says,
    kind: "the name of an environment: small letters, digits and hyphens",
  });
export const tableOption = () => optionalText("NAME", "or the stack's output TableName", { environment: "TABLE_NAME" });

export const usualAgreement = "agreement.yaml";
export const agreementOption = (says = "the agreement that is deployed", file = usualAgreement) =>
  text("FILE", says, { default: file });
export const agreementArgument = (takes: string, says: string) =>
  text(takes, says, { default: usualAgreement, argument: "one" });

export const languageOption = () =>
  option(z.optional(LanguageSchema), {
    takes: "es|en",
    says: "the language (default: the company's first)",
    kind: "es or en",
  });
