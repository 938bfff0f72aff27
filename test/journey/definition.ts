import { type Definition, definitionIn } from "../../local/twin/definition.ts";
import { shippedTemplate } from "../infrastructure/synthesise.ts";

let made: Definition | undefined;

/** The state machine of the synthesised template; each time one that may be changed. */
export const synthesisedDefinition = (): Definition => {
  made ??= definitionIn(shippedTemplate());
  return structuredClone(made);
};
