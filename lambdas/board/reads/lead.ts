import { json } from "../../domain/http/index.ts";
import { isId } from "../../domain/lead/is-id.ts";
import { notFound } from "../board-request.ts";
import { readLeadStory } from "../lead-story.ts";
import type { Read } from "./read.ts";

/** `GET leads/{leadId}`: the whole story, to whoever may see the lead; others are not told that there is one. */
export const showLead: Read = async (deps, { path, user }) => {
  const [, leadId = "", ...further] = path;
  const story = !isId(leadId) || further.length > 0 ? undefined : await readLeadStory(deps, user, leadId);
  return story === undefined ? notFound() : json(200, story);
};
