import { Link } from "wouter";
import { useChoice } from "../choices.ts";
import { Button } from "../components/button.tsx";
import { componentWords } from "../components/component-words.ts";
import { useFormat } from "../format.ts";
import { useLanguage } from "../language.tsx";
import { shellWords } from "./shell-words.ts";
import { useFreshWins } from "./use-fresh-wins.ts";
import "./win-toast.css";

/** A notice for both teams when a deal is won; it stays until the reader closes it. */
export const WinToast = () => {
  const { say } = useLanguage();
  const format = useFormat();
  const [celebrate = "on", setCelebrate] = useChoice("celebrate");
  const { fresh, dismiss } = useFreshWins(celebrate === "on");
  const [newest] = fresh;
  return (
    <div role="status">
      {newest !== undefined && (
        <div className="win-toast" key={newest.leadId}>
          <p className="win-toast-title">
            {say(shellWords.won(newest.company ?? newest.name ?? say(componentWords.newCustomer)))}
            {newest.amount !== undefined && <span> · {format.money(newest.amount, newest.currency)}</span>}
          </p>
          <p>{say(shellWords.wonBy(newest.closedBy, format.duration(newest.seconds)))}</p>
          {fresh.length > 1 && <p>{say(shellWords.wonMore(fresh.length - 1))}</p>}
          <div className="win-toast-actions">
            <Link href="/celebrate" onClick={dismiss}>
              {say(shellWords.seeWins)}
            </Link>
            <Button onPress={() => setCelebrate("off")}>{say(shellWords.noMoreToasts)}</Button>
            <Button onPress={dismiss}>{say(componentWords.close)}</Button>
          </div>
        </div>
      )}
    </div>
  );
};
