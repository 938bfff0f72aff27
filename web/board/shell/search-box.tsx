import "./search-box.css";
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useTypedSearch } from "../address/use-typed-search.ts";
import { useLanguage } from "../language.tsx";
import { SearchHits } from "./search-hits.tsx";
import { shellWords } from "./shell-words.ts";
import { useFound } from "./use-found.ts";

/** A combobox that finds leads by the beginning of their e-mail address or company. */
export const SearchBox = () => {
  const { say } = useLanguage();
  const [, goTo] = useLocation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useTypedSearch("q");
  const [isOpen, setOpen] = useState(typed !== "");
  const [at, setAt] = useState(-1);
  useFocusBySlash(input);
  const found = useFound(typed);
  const cards = found.cards ?? [];
  const isShown = isOpen && (found.cards !== undefined || found.isSearching || found.problem !== undefined);

  const type = (text: string): void => {
    setTyped(text);
    setOpen(true);
    setAt(-1);
  };
  const choose = (leadId: string): void => {
    type("");
    goTo(`/leads/${leadId}`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && cards.length > 0) {
      event.preventDefault();
      setOpen(true);
      setAt((now) => (now === -1 && step === -1 ? cards.length - 1 : (now + step + cards.length) % cards.length));
    }
    const chosen = cards[Math.max(at, 0)];
    if (event.key === "Enter" && isShown && chosen !== undefined) choose(chosen.leadId);
    if (event.key === "Escape") isShown ? setOpen(false) : type("");
  };

  return (
    <search
      className="search-box"
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d="M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4" />
      </svg>
      <input
        ref={input}
        className="search-box-input"
        type="text"
        role="combobox"
        aria-label={say(shellWords.search)}
        aria-expanded={isShown && cards.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={say(shellWords.search)}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <span className="search-box-key" aria-hidden="true">
        /
      </span>
      <SearchHits {...{ id, found, at, isShown }} onChoose={choose} />
    </search>
  );
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The key `/` moves the focus to the search, unless the reader is typing or a dialog is open. */
const useFocusBySlash = (input: RefObject<HTMLInputElement | null>): void => {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog], [role=alertdialog]") !== null) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [input]);
};
