import type { SmokeDependencies } from "./smoke-test.ts";

/** Longer than the API itself waits for a function. */
const requestMillis = 35_000;

/** The pipeline's API as everyone meets it, by its public address. */
export const frontDoor =
  (publicUrl: string): SmokeDependencies["post"] =>
  async (path, body, headers) => {
    const signal = AbortSignal.timeout(requestMillis);
    const response = await fetch(`${publicUrl.replace(/\/$/, "")}${path}`, { method: "POST", body, headers, signal });
    return { status: response.status, body: await response.text() };
  };
