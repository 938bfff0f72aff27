/** Milliseconds to wait for one response. */
const patience = 20_000;
/** Milliseconds after which no further attempt is made; the person may make one. */
const longest = 90_000;
const firstPause = 1000;

/** Too much at once, or a fault of the API's: it passes. */
const passes = (response) => response === undefined || response.status === 429 || response.status >= 500;

/**
 * Posts, and posts again while nobody answers or the API is busy: as long as it asks to wait, else twice as long each
 * time, and never exactly as long as others. The headers hold the key by which the API knows a repeat.
 * @param busy called before each further attempt
 * @returns the last response, with its body if that is JSON; `undefined` when none came
 */
export const postUntilAnswered = async (address, body, headers, busy) => {
  const end = Date.now() + longest;
  for (let failures = 0; ; failures++) {
    const response = await post(address, body, headers);
    const least = Math.max(firstPause * 2 ** failures, 1000 * (response?.retryAfter ?? 0));
    const pause = least * (1 + Math.random() / 4);
    if (!passes(response) || Date.now() + pause > end) return response;
    busy();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

/** A response whose body breaks off is none: nobody knows what it said. */
const post = async (address, body, headers) => {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body,
      signal: AbortSignal.timeout(patience),
    });
    const { ok, status } = response;
    const text = await response.text();
    return { ok, status, said: jsonIn(text), retryAfter: Number(response.headers.get("retry-after")) || 0 };
  } catch {
    return undefined;
  }
};

const jsonIn = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};
