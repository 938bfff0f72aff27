import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { type EditorState, EditorState as State } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";
import schemaText from "../../../../docs/agreement.schema.json?raw";
import type { TextProblem } from "../../../../lambdas/contract/room.ts";
import { completionsFrom } from "./yaml-completion.ts";

interface CodeEditorProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly problems: readonly TextProblem[];
  /** For screen readers. */
  readonly label: string;
}

/** The whole agreement as text, with errors at their line and completion by the agreement's schema. */
export default function CodeEditor({ text, onChange, problems, label }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const changed = useRef(onChange);
  const first = useRef({ text, label });
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);
  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    // Within a shadow root its styles are style sheets of their own: the board's policy lets no page write style elements.
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const view = new EditorView({
      doc: first.current.text,
      parent: root,
      root,
      extensions: extensionsFor(first.current.label, (next) => changed.current(next)),
    });
    editor.current = view;
    return () => {
      editor.current = undefined;
      view.destroy();
    };
  }, []);
  useEffect(() => {
    const view = editor.current;
    if (view === undefined || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }, [text]);
  useEffect(() => {
    const view = editor.current;
    if (view !== undefined) view.dispatch(setDiagnostics(view.state, problems.map(diagnosticIn(view.state))));
  }, [problems]);
  return <div ref={place} className="room-editor" />;
}

const extensionsFor = (label: string, onChange: (text: string) => void) => [
  lineNumbers(),
  foldGutter(),
  lintGutter(),
  history(),
  bracketMatching(),
  highlightActiveLine(),
  yaml(),
  syntaxHighlighting(colours),
  State.tabSize.of(2),
  EditorView.lineWrapping,
  autocompletion({ override: [completionsFrom(JSON.parse(schemaText))] }),
  keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap, indentWithTab]),
  EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
  EditorView.updateListener.of(({ docChanged, state }) => {
    if (docChanged) onChange(state.doc.toString());
  }),
  look,
];

/** A problem as the editor marks it: from its column to the end of its line. */
const diagnosticIn =
  ({ doc }: EditorState) =>
  ({ line, column, key, message }: TextProblem): Diagnostic => {
    const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const start = Math.min(from + column - 1, to);
    return {
      from: start,
      to: Math.max(to, start),
      severity: "error",
      message: key === "" ? message : `${key}: ${message}`,
    };
  };

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: tags.comment, color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: [tags.string, tags.content], color: "var(--ink)" },
  { tag: [tags.labelName, tags.meta], color: "var(--warn)" },
]);

const look = EditorView.theme({
  "&": {
    backgroundColor: "var(--surface-raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius)",
    fontSize: "var(--text-s)",
    height: "min(70vh, 48rem)",
  },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-gutters": {
    backgroundColor: "var(--surface-sunken)",
    color: "var(--ink-soft)",
    border: "none",
    borderRight: "1px solid var(--line)",
  },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in oklab, var(--accent-soft), transparent 60%)" },
  "&.cm-focused .cm-selectionBackground, ::selection": { backgroundColor: "var(--accent-soft)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--surface-sunken)", color: "var(--ink-soft)", border: "none" },
  ".cm-tooltip": {
    backgroundColor: "var(--surface-raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius)",
    boxShadow: "var(--shadow-high)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-completionInfo": { maxWidth: "20rem", padding: "var(--space-2) var(--space-3)" },
  ".cm-diagnostic": { borderLeftColor: "var(--bad)", padding: "var(--space-2) var(--space-3)" },
});
