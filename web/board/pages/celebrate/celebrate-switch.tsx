import { Switch } from "react-aria-components";
import { useChoice } from "../../choices.ts";
import { useLanguage } from "../../language.tsx";
import { celebrateWords } from "./celebrate-words.ts";

/** Turns the notices and the animation of wins on or off, in this browser. */
export const CelebrateSwitch = () => {
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
