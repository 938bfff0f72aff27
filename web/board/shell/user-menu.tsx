import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { useLocation } from "wouter";
import { boardPaths } from "../../../lambdas/contract/board.ts";
import { roleLabels } from "../../../lambdas/views/board/role-labels.ts";
import { oneOf } from "../address/read-address.ts";
import { useDialog } from "../address/use-address.ts";
import { useChoice } from "../choices.ts";
import { Avatar } from "../components/avatar.tsx";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import { useTheme } from "../theme.tsx";
import { shellWords } from "./shell-words.ts";
import { SignOutEverywhere } from "./sign-out-everywhere.tsx";
import "./user-menu.css";

/** Written by the build, of all that it bundles. */
const licences = `${boardPaths.board}/licences.md`;
const languages = ["es", "en"] as const;
const themes = ["system", "light", "dark"] as const;
const celebrates = ["on", "off"] as const;

/** Who is signed in, their preferences, and sign-out. */
export const UserMenu = () => {
  const dialog = useDialog("account", oneOf(["sign-out-everywhere"]));
  return (
    <>
      <MenuOfUser onEverywhere={() => dialog.open("sign-out-everywhere")} />
      {dialog.value !== undefined && <SignOutEverywhere onClose={dialog.close} />}
    </>
  );
};

const MenuOfUser = ({ onEverywhere }: { onEverywhere: () => void }) => {
  const { say, language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  const [celebrate = "on", setCelebrate] = useChoice("celebrate");
  const { name, role } = useMe();
  const [, navigate] = useLocation();
  return (
    <MenuTrigger>
      <Button className="user-menu-button shell-you" aria-label={`${say(shellWords.you)}: ${name}`}>
        <Avatar name={name} />
      </Button>
      <Popover className="user-menu-popover" placement="bottom end">
        <p className="user-menu-who">
          <strong>{name}</strong>
          <span>{say(roleLabels[role])}</span>
        </p>
        <Menu className="user-menu" aria-label={say(shellWords.you)}>
          <Section
            title={say(shellWords.language)}
            chosen={language}
            options={languages.map((id) => ({ id, label: say(shellWords.languages[id]) }))}
            onChoose={setLanguage}
          />
          <Section
            title={say(shellWords.theme)}
            chosen={theme}
            options={themes.map((id) => ({ id, label: say(shellWords.themes[id]) }))}
            onChoose={setTheme}
          />
          <Section
            title={say(shellWords.celebrate)}
            chosen={celebrate}
            options={celebrates.map((id) => ({ id, label: say(shellWords.celebrates[id]) }))}
            onChoose={setCelebrate}
          />
          <Separator className="user-menu-line" />
          <MenuItem className="user-menu-item" onAction={() => navigate("/second-factor")}>
            {say(shellWords.secondFactor)}
          </MenuItem>
          <MenuItem className="user-menu-item" href={licences} target="_blank">
            {say(shellWords.licences)}
          </MenuItem>
          <MenuItem className="user-menu-item" onAction={() => void session.signOut()}>
            {say(shellWords.signOut)}
          </MenuItem>
          <MenuItem className="user-menu-item" onAction={onEverywhere}>
            {say(shellWords.everywhere)}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

interface SectionProps<Id extends string> {
  readonly title: string;
  readonly chosen: Id;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly onChoose: (id: Id) => void;
}

const Section = <Id extends string>({ title, chosen, options, onChoose }: SectionProps<Id>) => (
  <MenuSection
    className="user-menu-section"
    selectionMode="single"
    selectedKeys={[chosen]}
    disallowEmptySelection
    onSelectionChange={(keys) => {
      const id = options.find((option) => keys === "all" || keys.has(option.id))?.id;
      if (id !== undefined) onChoose(id);
    }}
  >
    <Header className="user-menu-title">{title}</Header>
    {options.map((option) => (
      <MenuItem key={option.id} id={option.id} className="user-menu-item">
        {option.label}
      </MenuItem>
    ))}
  </MenuSection>
);
