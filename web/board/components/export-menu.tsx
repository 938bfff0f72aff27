import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Export, ExportList, ExportQuery } from "../../../lambdas/contract/board-export.ts";
import { ask } from "../data/api.ts";
import { reading } from "../data/board-request.ts";
import { useLanguage } from "../language.tsx";
import { Button } from "./button.tsx";
import { componentWords as words } from "./component-words.ts";
import "./export-menu.css";
import { formats } from "./save-list.ts";
import { noteOnExport, useExport } from "./use-export.ts";

interface ExportMenuProps {
  /** Name of the file, before its day and its ending. */
  readonly name: string;
  /** A list that the API hands out whole, with the filters in effect. */
  readonly list?: ExportList;
  readonly query?: Omit<ExportQuery, "language">;
  /** A table that the page has whole. */
  readonly table?: () => Export;
}

/** Saves a list as CSV or as an Excel workbook. */
export const ExportMenu = ({ name, list = "page", query, table }: ExportMenuProps) => {
  const { language, say } = useLanguage();
  const { state, save } = useExport(name, async () => {
    const own = table?.();
    const asked = own === undefined ? query : { table: codeOf(name), rows: String(own.rows.length) };
    const given = await ask(reading("exports/{list}", { list, language, ...asked }));
    return own ?? given;
  });
  return (
    <div className="export-menu">
      <MenuTrigger>
        <Button isPending={state === "busy"}>{say(words.export)}</Button>
        <Popover className="user-menu-popover export-menu-popover" placement="bottom end">
          <Menu
            className="user-menu"
            aria-label={say(words.export)}
            onAction={(key) => {
              const format = formats.find((each) => each === key);
              if (format !== undefined) void save(format);
            }}
          >
            {formats.map((format) => (
              <MenuItem key={format} id={format} className="user-menu-item">
                {say(words.format[format])}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <p className="export-menu-note" role="status">
        {state !== undefined && say(noteOnExport(state))}
      </p>
    </div>
  );
};

/** As the audit trail takes it. */
const codeOf = (name: string): string => name.replaceAll(/[^a-z0-9-]/gi, "-").slice(0, 80);
