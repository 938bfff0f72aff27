import { describe, vi } from "vitest";
import { lives } from "./chaos-lives.ts";

// A function's own pauses take no time of the world's clock.
vi.mock("node:timers/promises", () => ({ setTimeout: async () => {} }));

describe("lives of leads whose pipeline is struck by faults", () => lives(0));
