import * as z from "zod/mini";

const CatcherSchema = z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() });
const RetrierSchema = z.looseObject({
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z.optional(z.int()),
  BackoffRate: z.optional(z.number()),
  MaxDelaySeconds: z.optional(z.int()),
  MaxAttempts: z.optional(z.int()),
});
export type Retrier = z.infer<typeof RetrierSchema>;
const ChoiceSchema = z.looseObject({ Next: z.string() });

const stateShape = {
  Type: z.enum(["Task", "Choice", "Parallel", "Succeed", "Fail"]),
  Resource: z.optional(z.string()),
  Next: z.optional(z.string()),
  Default: z.optional(z.string()),
  Choices: z.optional(z.array(ChoiceSchema)),
  Catch: z.optional(z.array(CatcherSchema)),
  Retry: z.optional(z.array(RetrierSchema)),
  TimeoutSeconds: z.optional(z.int()),
  TimeoutSecondsPath: z.optional(z.string()),
  Comment: z.optional(z.string()),
};
const BranchSchema = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), z.looseObject(stateShape)) });
export const StateSchema = z.looseObject({ ...stateShape, Branches: z.optional(z.array(BranchSchema)) });
export type State = z.infer<typeof StateSchema>;

export const DefinitionSchema = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), StateSchema) });
export type Definition = z.infer<typeof DefinitionSchema>;

const TemplateSchema = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.optional(z.looseObject({})) })),
});

/** The state machine in a template; references to other resources stand as made-up ARNs. */
export const definitionIn = (template: unknown): Definition => {
  const machine = Object.values(TemplateSchema.parse(template).Resources).find(
    ({ Type }) => Type === "AWS::StepFunctions::StateMachine",
  );
  return DefinitionSchema.parse(JSON.parse(resolved(machine?.Properties?.DefinitionString)));
};

const resolved = (value: unknown): string => {
  if (typeof value === "string") return value;
  const { Ref, "Fn::GetAtt": attribute, "Fn::Join": join } = Object(value);
  if (join !== undefined) return join[1].map(resolved).join(join[0]);
  if (Ref === "AWS::Partition") return "aws";
  if (Ref !== undefined) return String(Ref);
  if (attribute !== undefined) return `arn:aws:lambda:eu-west-1:000000000000:function:${attribute[0]}`;
  throw new Error(`the definition has an unknown reference: ${JSON.stringify(value)}`);
};

/** All states by name, those inside of parallel ones too. */
export const allStates = ({ States }: Pick<Definition, "States">): [name: string, state: State][] =>
  Object.entries(States).flatMap(([name, state]) => [
    [name, state] as const satisfies [string, State],
    ...(state.Branches ?? []).flatMap((branch) => allStates({ States: branch.States })),
  ]);

export const isWait = ({ Resource = "" }: State): boolean => Resource.endsWith(".waitForTaskToken");
