// @ts-check
import path from "node:path";
import { parseArgs } from "node:util";
import { CannotStart } from "./cannot-start.mjs";

export const usage = `npm start [-- OPTIONS]

Runs the whole pipeline on this machine until Ctrl-C.

  --agreement FILE   the agreement to deploy (default: agreement.demo.yaml)
  --no-history       start with an empty board (always the case with an agreement of your own)
  --port N           port of site, board, API and inbox (default: 8080, or any free port if it is in use)
  --help             show this text

Several can run at once, on different ports. Scripts find the addresses in .local/PORT/outputs.json, those of the one
that was started last in .local/outputs.json.`;

/**
 * @typedef {{ help: boolean, agreement: string, history: boolean, port: number | undefined }} Options
 * `agreement` is an absolute path; without `port` any free one is taken. The demo history refers to content of the
 * shipped agreements, so there is none with another agreement.
 */

/**
 * Throws `CannotStart` with the remedy for an argument that it does not know.
 * @param {readonly string[]} args
 * @param {{ typedIn: string, root: string }} folders the command's working folder, and the project's root
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
