import { Link } from "wouter";
import type { Wins } from "../../../../lambdas/contract/board.ts";
import { Badge } from "../../components/badge.tsx";
import { componentWords } from "../../components/component-words.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe, useSourceLabel } from "../../me.tsx";
import { celebrateWords } from "./celebrate-words.ts";

interface WinCardProps {
  readonly win: Wins["wins"][number];
  readonly isNewest?: boolean;
}

/** A won deal: the customer, the amount, where they came from, who closed it, and how long it took. */
export const WinCard = ({ win, isNewest = false }: WinCardProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { leadId, company, name, amount, currency, wonAt, seconds, demo } = win;
  return (
    <article className={isNewest ? "celebrate-card celebrate-card-newest" : "celebrate-card"}>
      <header>
        <h3>{company ?? name ?? say(componentWords.newCustomer)}</h3>
        {company !== undefined && name !== undefined && <p className="celebrate-soft">{name}</p>}
        {amount !== undefined && <p className="celebrate-amount">{format.money(amount, currency)}</p>}
      </header>
      <dl>
        <div>
          <dt>{say(celebrateWords.broughtBy)}</dt>
          <dd>
            <Origin win={win} />
          </dd>
        </div>
        <div>
          <dt>{say(celebrateWords.closedBy)}</dt>
          <dd>{win.closedBy}</dd>
        </div>
        <div>
          <dt>{say(celebrateWords.took)}</dt>
          <dd>{format.duration(seconds)}</dd>
        </div>
      </dl>
      <footer>
        <time dateTime={wonAt}>{say(celebrateWords.wonOn(format.date(wonAt)))}</time>
        {demo === true && <Badge>{say(componentWords.sampleData)}</Badge>}
        <MaySeeStory leadId={leadId} closedBy={win.closedBy} />
      </footer>
    </article>
  );
};

const Origin = ({ win: { source, persona } }: Pick<WinCardProps, "win">) => {
  const { say } = useLanguage();
  const sourceLabel = useSourceLabel();
  const known = useMe().personas.find(({ id }) => id === persona);
  return (
    <>
      {say(source === undefined ? celebrateWords.unknownSource : sourceLabel(source))}
      {known !== undefined && <small>{say(known.name)}</small>}
    </>
  );
};

/** Reps may open the stories of their own leads only. */
const MaySeeStory = ({ leadId, closedBy }: { leadId: string; closedBy: string }) => {
  const { say } = useLanguage();
  const { role, name } = useMe();
  if (role === "rep" && closedBy !== name) return null;
  return <Link href={`/leads/${leadId}`}>{say(celebrateWords.story)}</Link>;
};
