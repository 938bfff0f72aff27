import type { ReactNode } from "react";
import type { LeadStory } from "../../../../lambdas/contract/board.ts";
import { Badge } from "../../components/badge.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Deadline } from "../../components/deadline.tsx";
import { GradeBadge, isSystemStep, LeadFlags } from "../../components/lead-marks.tsx";
import { nameOf } from "../../components/name-of.ts";
import { PageHead } from "../../components/page-head.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe, usePerson, useSourceLabel, useStage } from "../../me.tsx";
import { leadWords } from "./lead-words.ts";

/** Who the lead is, their stage, their owner and the deadline. */
export const LeadHeader = ({ story: { card } }: { story: LeadStory }) => {
  const name = nameOf(card);
  return (
    <div className="lead-header">
      <PageHead title={name}>
        <p className="lead-company">
          {[card.company, card.email].filter((text) => text !== undefined && text !== name).join(" · ")}
        </p>
        <Marks card={card} />
      </PageHead>
      <Standing card={card} />
    </div>
  );
};

const Marks = ({ card }: Pick<LeadStory, "card">) => {
  const { say } = useLanguage();
  const stage = useStage(card.stage);
  return (
    <p className="lead-marks">
      {stage !== undefined && <Badge tone={toneOf(card.stage)}>{say(stage.label)}</Badge>}
      <GradeBadge card={card} label={(grade) => say(leadWords.grade(grade))} />
      <LeadFlags card={card} />
      {card.cycle > 1 && <Badge>{say(leadWords.cycle(card.cycle))}</Badge>}
      {card.demo === true && <Badge>{say(componentWords.sampleData)}</Badge>}
    </p>
  );
};

const toneOf = (stage: LeadStory["card"]["stage"]) => {
  if (stage === "won") return "good";
  return stage === "lost" || stage === "disqualified" ? "bad" : "plain";
};

const Standing = ({ card }: Pick<LeadStory, "card">) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { personas } = useMe();
  const [owner, stage] = [usePerson(card.ownerId), useStage(card.stage)];
  const persona = personas.find(({ id }) => id === card.persona);
  const { amount, currency, dueAt, source } = card;
  const sourceLabel = useSourceLabel();
  return (
    <dl className="lead-standing">
      <Fact label={say(leadWords.owner)}>{owner?.name ?? card.ownerId ?? say(leadWords.noOwner)}</Fact>
      {dueAt !== undefined && (
        <Fact label={say(leadWords.due)}>
          <Deadline at={dueAt} since={card.since} isStep={stage?.owner === "marketing" || isSystemStep(card)} />
        </Fact>
      )}
      {amount !== undefined && <Fact label={say(leadWords.amount)}>{format.money(amount, currency)}</Fact>}
      <Fact label={say(leadWords.since)}>{format.dateTime(card.since)}</Fact>
      {source !== undefined && <Fact label={say(leadWords.source)}>{say(sourceLabel(source))}</Fact>}
      {persona !== undefined && <Fact label={say(leadWords.persona)}>{say(persona.name)}</Fact>}
    </dl>
  );
};

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
