// @ts-check
import path from "node:path";
import { parseArgs } from "node:util";
import { CannotStart } from "./cannot-start.mjs";

export const usage = `npm start [-- OPTIONS]

Starts the whole pipeline on this machine, until Ctrl-C.

  --agreement FILE   the agreement to work by (default: agreement.demo.yaml)
  --port N           port of the site, the API and the inbox (default: 8080, or a free one when it is taken)
  --help             this text

Several can run side by side on different ports; scripts find the addresses in .local/outputs.json (the last one
started) and .local/PORT/outputs.json.`;

/**
 * @typedef {{ help: boolean, agreement: string, port: number | undefined }} Options
 * `agreement` is an absolute path; without `port` any will do.
 */

/**
 * Throws `CannotStart` with the remedy for what it does not understand.
 * @param {readonly string[]} args
 * @param {{ typedIn: string, root: string }} folders where the command was typed, and the project's own
 * @returns {Options}
 */
export const readOptions = (args, { typedIn, root }) => {
  const { help = false, agreement, port } = parsed(args);
  return {
    help,
    agreement: agreement === undefined ? path.join(root, "agreement.demo.yaml") : path.resolve(typedIn, agreement),
    port: port === undefined ? undefined : portOf(port),
  };
};

/** @param {readonly string[]} args */
const parsed = (args) => {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: "boolean" }, agreement: { type: "string" }, port: { type: "string" } },
    }).values;
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split(/[.\n]/);
    throw new CannotStart(`${sentence}; npm start -- --help shows the options.`, { cause: error });
  }
};

/** @param {string} text */
const portOf = (text) => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new CannotStart(`--port ${text} is not a port; give a number from 1 to 65535.`);
};
