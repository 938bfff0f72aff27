import { json } from "../../domain/http/index.ts";
import { listMeetings, readMeeting } from "../../meeting/meetings.ts";
import { notFound } from "../board-request.ts";
import type { Read } from "./read.ts";

/** `GET meetings`: which there are; `GET meetings/{week}`: the pack of one. */
export const showMeetings: Read = async (deps, { path }) => {
  const [, week, ...further] = path;
  if (week === undefined) return json(200, await listMeetings(deps));
  const pack = further.length > 0 ? undefined : await readMeeting(deps, week);
  return pack === undefined ? notFound() : json(200, pack);
};
