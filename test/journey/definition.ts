import { type Definition, definitionIn } from "../../local/twin/definition.ts";
import { synthesise } from "../infrastructure/synthesise.ts";

/** The state machine of the synthesised template. */
export const synthesisedDefinition = (): Definition => definitionIn(synthesise().template.toJSON());
