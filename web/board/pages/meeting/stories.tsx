import { Link } from "wouter";
import type { MeetingPack } from "../../../../lambdas/contract/board.ts";
import type { Export } from "../../../../lambdas/contract/board-export.ts";
import { ExportMenu } from "../../components/export-menu.tsx";
import { useLanguage } from "../../language.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { Part } from "./part.tsx";

interface Props {
  readonly title: string;
  /** Of the file. */
  readonly name: string;
  readonly stories: MeetingPack["breaches"];
  /** Shown when there are none. */
  readonly none?: string;
  readonly tone?: "plain" | "good";
  /** There are more than these. */
  readonly hasMore?: boolean | undefined;
}

/** Leads to discuss, each with a summary and a link to the whole story. */
export const Stories = ({ title, name, stories, none, tone = "plain", hasMore = false }: Props) => {
  const { say } = useLanguage();
  const tableOf = (leads: Props["stories"], more: boolean): Export => ({
    columns: [words.lead, words.story, words.leadId].map((label) => ({ label: say(label), type: "text" })),
    rows: leads.map(({ title: who, story, leadId }) => [say(who), story.map(say).join(" "), leadId]),
    more,
  });
  return (
    <Part
      title={title}
      count={stories.length}
      hasMore={hasMore}
      tone={tone}
      actions={stories.length > 0 && <ExportMenu name={name} table={() => tableOf(stories, hasMore)} />}
    >
      {stories.length === 0 && <p className="meeting-none">{none}</p>}
      <ul className="meeting-stories">
        {stories.map((lead) => (
          <li key={lead.leadId}>
            <h3>
              <Link href={`/leads/${lead.leadId}`}>{say(lead.title)}</Link>
            </h3>
            {lead.story.map((sentence) => (
              <p key={sentence.en}>{say(sentence)}</p>
            ))}
          </li>
        ))}
      </ul>
      {hasMore && <p className="meeting-none">{say(words.more(stories.length))}</p>}
    </Part>
  );
};
