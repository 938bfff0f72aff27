import { waysOfConsent } from "../../../lambdas/contract/by-hand.ts";
import { limits } from "../../../lambdas/contract/limits.ts";
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { today } from "../components/now.ts";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import type { TypedLead } from "./added-lead.ts";
import { byHandWords } from "./by-hand-words.ts";

interface ConsentFieldsProps {
  readonly typed: TypedLead;
  readonly onType: (change: Partial<TypedLead>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** A yes that was said: how, when, and in which words. */
export const ConsentFields = ({ typed: { hasConsent, how, on, said }, onType, errorOf }: ConsentFieldsProps) => {
  const { say } = useLanguage();
  const { timeZone } = useMe();
  return (
    <div className="by-hand-consent">
      <CheckField
        label={say(byHandWords.consents)}
        isChecked={hasConsent}
        onChange={(is) => onType({ hasConsent: is })}
      />
      {hasConsent && (
        <>
          <p className="field-hint">{say(byHandWords.consentWhat)}</p>
          <div className="by-hand-grid">
            <SelectField
              label={say(byHandWords.how)}
              value={how}
              onChange={(next) => onType({ how: next })}
              options={waysOfConsent.map((id) => ({ id, label: say(byHandWords.hows[id]) }))}
              error={errorOf("how") ?? errorOf("consent.how")}
              isRequired
            />
            <TextField
              label={say(byHandWords.on)}
              type="date"
              value={on}
              max={today(timeZone)}
              onChange={(next) => onType({ on: next })}
              error={errorOf("on") ?? errorOf("consent.on")}
              isRequired
            />
          </div>
          <TextField
            label={say(byHandWords.said)}
            value={said}
            maxLength={limits.consentWords}
            onChange={(next) => onType({ said: next })}
            error={errorOf("said") ?? errorOf("consent.said")}
            isRequired
          />
        </>
      )}
    </div>
  );
};
