import { useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Export, ExportList, ExportQuery } from "../../../lambdas/contract/board-export.ts";
import { ask } from "../data/api.ts";
import { asProblem, type BoardProblem } from "../data/board-problem.ts";
import { reading } from "../data/board-request.ts";
import { useLanguage } from "../language.tsx";
import { Button } from "./button.tsx";
import { componentWords as words } from "./component-words.ts";
import "./export-menu.css";
import { wordsOf } from "./problem-note.tsx";
import { type FileFormat, formats, saveList } from "./save-list.ts";

interface ExportMenuProps {
  /** Name of the file, before its day and its ending. */
  readonly name: string;
  /** A list that the API hands out whole, with the filters in effect. */
  readonly list?: ExportList;
  readonly query?: Omit<ExportQuery, "language">;
  /** A table that the page has whole. */
  readonly table?: () => Export;
}

/** Saves a list as CSV or as an Excel workbook; the audit trail has it before anybody does. */
export const ExportMenu = ({ name, list = "page", query, table }: ExportMenuProps) => {
  const { language, say } = useLanguage();
  const [state, setState] = useState<"busy" | Export | BoardProblem>();
  const save = async (format: FileFormat): Promise<void> => {
    setState("busy");
    try {
      const own = table?.();
      const asked = own === undefined ? query : { table: codeOf(name), rows: String(own.rows.length) };
      const given = await ask(reading("exports/{list}", { list, language, ...asked }));
      const exported = own ?? given;
      await saveList(`${name}-${new Date().toISOString().slice(0, 10)}`, exported, format, language);
      setState(exported);
    } catch (fault) {
      setState(asProblem(fault));
    }
  };
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
        {state !== undefined && say(noteOn(state))}
      </p>
    </div>
  );
};

const noteOn = (state: "busy" | Export | BoardProblem) => {
  if (state === "busy") return words.exporting;
  if (!("rows" in state)) return wordsOf(state);
  return state.more ? words.exportedSome(state.rows.length) : words.exportedAll(state.rows.length);
};

/** As the audit trail takes it. */
const codeOf = (name: string): string => name.replaceAll(/[^a-z0-9-]/gi, "-").slice(0, 80);
