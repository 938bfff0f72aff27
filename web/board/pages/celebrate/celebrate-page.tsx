import "./celebrate.css";
import { Switch } from "react-aria-components";
import type { Wins } from "../../../../lambdas/contract/board.ts";
import { defaultCurrency, type Money } from "../../../../lambdas/contract/money.ts";
import { type KeptAmount, sumsOf } from "../../../../lambdas/domain/money/money.ts";
import { sayMoneys } from "../../../../lambdas/domain/text/say-money.ts";
import { useChoice } from "../../choices.ts";
import { Empty } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { celebrateWords } from "./celebrate-words.ts";
import { WinCard } from "./win-card.tsx";

/** Milliseconds between two requests for the wins. */
const every = 15_000;

/** Won deals for both teams, newest first. */
export default () => {
  const { say } = useLanguage();
  const read = useBoard(reading("wins"), { every });
  return (
    <div className="celebrate">
      <PageHead
        title={say(celebrateWords.title)}
        actions={
          <>
            <CelebrateSwitch />
            <ExportMenu name="wins" list="wins" />
          </>
        }
      >
        <p>{say(celebrateWords.intro)}</p>
      </PageHead>
      <Loaded of={read} skeleton={<Loading as="panels" lines={2} />}>
        {(all) => <AllWins {...all} />}
      </Loaded>
    </div>
  );
};

const AllWins = ({ wins, more = false }: Wins) => {
  const { language, say } = useLanguage();
  const { currencies } = useMe();
  const [celebrate = "on"] = useChoice("celebrate");
  const [newest, ...others] = wins;
  if (newest === undefined) return <Empty title={say(celebrateWords.none)}>{say(celebrateWords.noneText)}</Empty>;
  const totals = totalsOf(wins, currencies);
  return (
    <>
      <section className="celebrate-newest" aria-labelledby="celebrate-newest">
        {celebrate === "on" && <Confetti key={newest.leadId} />}
        <h2 id="celebrate-newest">{say(celebrateWords.newest)}</h2>
        <WinCard win={newest} isNewest />
      </section>
      {others.length > 0 && (
        <section aria-labelledby="celebrate-others">
          <header className="celebrate-others-head">
            <h2 id="celebrate-others">{say(celebrateWords.others)}</h2>
            <p>
              {say(celebrateWords.count(wins.length, more))}, {say(celebrateWords.withLatest)}
              {totals.length > 0 && `, ${sayMoneys(totals, language)} ${say(celebrateWords.total)}`}
            </p>
          </header>
          <ul className="celebrate-cards">
            {others.map((win) => (
              <li key={`${win.leadId}${win.wonAt}`}>
                <WinCard win={win} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** Turns the notices and the animation of wins on or off, in this browser. */
const CelebrateSwitch = () => {
  const { say } = useLanguage();
  const [celebrate = "on", choose] = useChoice("celebrate");
  return (
    <div className="celebrate-switch">
      <Switch
        className="celebrate-switch-control"
        isSelected={celebrate === "on"}
        onChange={(isOn) => choose(isOn ? "on" : "off")}
        aria-describedby="celebrate-switch-hint"
      >
        <span className="celebrate-switch-track" />
        {say(celebrateWords.switch)}
      </Switch>
      <p id="celebrate-switch-hint">{say(celebrateWords.switchHint)}</p>
    </div>
  );
};

/** Confetti that falls once, by CSS alone; hidden from readers who prefer reduced motion. */
const Confetti = () => (
  <div className="celebrate-confetti" aria-hidden="true">
    {pieces.map((piece) => (
      <span key={piece} style={{ insetInlineStart: `${piece}%` }} />
    ))}
  </div>
);

/** Where each piece starts, in percent: spread without a visible pattern. */
const pieces = Array.from({ length: 24 }, (_, at) => ((at * 37 + 5) % 97) + 1);

/** The recorded amounts, one sum for each currency, exact to the cent. */
export const totalsOf = (wins: readonly KeptAmount[], currencies: readonly string[]): Money[] => {
  const [own = defaultCurrency] = currencies;
  const said = wins.flatMap(({ amount, currency = own }) => (amount === undefined ? [] : [{ amount, currency }]));
  return sumsOf(said, currencies);
};
