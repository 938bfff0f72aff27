// @ts-check
import path from "node:path";
import { parseArgs } from "node:util";
import { CannotStart } from "./cannot-start.mjs";

export const usage = `npm start [-- OPTIONS]

Starts the whole pipeline on this machine, until Ctrl-C.

  --agreement FILE   the agreement to work by (default: agreement.demo.yaml)
  --no-history       begin with an empty board; with an agreement of your own it always is
  --port N           port of site, board, API and inbox (default: 8080, or a free one when it is taken)
  --help             this text

Several can run side by side on different ports; scripts find the addresses in .local/outputs.json (the last one
started) and .local/PORT/outputs.json.`;

/**
 * @typedef {{ help: boolean, agreement: string, history: boolean, port: number | undefined }} Options
 * `agreement` is an absolute path; without `port` any will do. The history's people speak of what stands in the shipped
 * agreements: with another there is none.
 */

/**
 * Throws `CannotStart` with the remedy for what it does not understand.
 * @param {readonly string[]} args
 * @param {{ typedIn: string, root: string }} folders where the command was typed, and the project's own
 * @returns {Options}
 */
export const readOptions = (args, { typedIn, root }) => {
  const { help = false, agreement, "no-history": noHistory = false, port } = parsed(args);
  return {
    help,
    agreement: agreement === undefined ? path.join(root, "agreement.demo.yaml") : path.resolve(typedIn, agreement),
    history: agreement === undefined && !noHistory,
    port: port === undefined ? undefined : portOf(port),
  };
};

/** @param {readonly string[]} args */
const parsed = (args) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean" },
        agreement: { type: "string" },
        "no-history": { type: "boolean" },
        port: { type: "string" },
      },
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
