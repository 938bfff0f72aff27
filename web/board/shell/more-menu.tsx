import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useLocation } from "wouter";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import { pagesFor } from "./pages.tsx";
import { shellWords } from "./shell-words.ts";

/** On phones: the pages that are rarely needed. */
export const MoreMenu = () => {
  const { say } = useLanguage();
  const { role } = useMe();
  const [, goTo] = useLocation();
  return (
    <MenuTrigger>
      <Button className="shell-link shell-more-button">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M4 10h.1M10 10h.1M16 10h.1" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
        </svg>
        <span>{say(shellWords.menu)}</span>
      </Button>
      <Popover className="user-menu-popover" placement="top end">
        <Menu className="user-menu" onAction={(path) => goTo(String(path))} aria-label={say(shellWords.menu)}>
          {pagesFor(role)
            .filter(({ isRare }) => isRare)
            .map(({ path, label }) => (
              <MenuItem key={path} id={path} className="user-menu-item">
                {say(label(role))}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};
