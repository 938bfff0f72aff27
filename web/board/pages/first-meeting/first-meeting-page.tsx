import "./first-meeting.css";
import { Link } from "wouter";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { preparation, type Step, steps, firstMeetingWords as words } from "./first-meeting-words.ts";

/** How two departments get from nothing to the first signature, step by step; to have on the screen, or on paper. */
export default function FirstMeetingPage() {
  const { say } = useLanguage();
  const { data: agreement } = useBoard(reading("agreement"));
  return (
    <article className="first-meeting">
      <PageHead
        title={say(words.title)}
        actions={<Button onPress={() => window.print()}>{say(componentWords.print)}</Button>}
      >
        <p>{say(words.intro)}</p>
        {agreement !== undefined && agreement.isUnsigned === undefined && <p role="status">{say(words.signed)}</p>}
      </PageHead>
      <ol className="first-meeting-steps">
        <StepItem step={preparation} when={say(words.before)} />
        {steps.map((step) => (
          <StepItem key={step.from} step={step} when={say(words.minutes(step.from, step.to))} />
        ))}
      </ol>
    </article>
  );
}

interface Props {
  readonly step: Omit<Step, "from" | "to">;
  readonly when: string;
}

const StepItem = ({ step: { title, who, what, places, done }, when }: Props) => {
  const { say } = useLanguage();
  return (
    <li className="first-meeting-step">
      <p className="first-meeting-when">{when}</p>
      <div>
        <h2>{say(title)}</h2>
        <p className="first-meeting-who">
          {say(words.who)} {say(who)}
        </p>
        {what.map((sentence) => (
          <p key={sentence.en}>{say(sentence)}</p>
        ))}
        <p className="first-meeting-places">
          {places.map((place) =>
            place.is === "page" ? (
              <Link key={place.path} className="button" href={place.path}>
                {say(place.label)}
              </Link>
            ) : (
              <code key={place.text}>{place.text}</code>
            ),
          )}
        </p>
        <p>
          <b>{say(words.done)}</b> {say(done)}
        </p>
      </div>
    </li>
  );
};
