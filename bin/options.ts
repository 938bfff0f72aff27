import { type ParseArgsConfig, parseArgs } from "node:util";
import { MendableError } from "./mendable-error.ts";

/** The options that were typed. @throws {MendableError} with one sentence that leads to the command's help */
export const optionsOf = <T extends ParseArgsConfig>(command: string, config: T) => {
  try {
    return parseArgs(config);
  } catch (cause) {
    const [sentence] = String(cause instanceof Error ? cause.message : cause).split(/[.\n]/);
    throw new MendableError(`${sentence}; npm run ${command} -- --help shows the options.`, { cause });
  }
};
