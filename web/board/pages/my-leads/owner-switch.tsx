import { SelectField } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { myLeadsWords } from "./my-leads-words.ts";

interface OwnerSwitchProps {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Managers are listed, too: they own the leads that no rep could take. */
export const OwnerSwitch = ({ chosen = "", onChoose }: OwnerSwitchProps) => {
  const { say } = useLanguage();
  const { people } = useMe();
  const owners = people.filter(({ post }) => post !== "marketing");
  return (
    <div className="my-leads-owner">
      <SelectField
        label={say(myLeadsWords.owner)}
        value={chosen}
        onChange={(id) => id !== "" && onChoose(id)}
        options={owners.map(({ id, name }) => ({ id, label: name }))}
      />
    </div>
  );
};
