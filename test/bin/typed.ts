import type { Io, Main } from "../../bin/frame/command.ts";

export interface Ended {
  readonly code: number;
  /** What went to standard output, and to standard error. */
  readonly out: string;
  readonly err: string;
}

/** What a command says when it is typed with these arguments, and how it ends; in this process. */
export const typed = async (main: Main, args: readonly string[], io: Partial<Io> = {}): Promise<Ended> => {
  const said = { out: "", err: "" };
  const code = await main(args, {
    env: {},
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    ...io,
  });
  return { code, ...said };
};
