/** The query editor: CodeMirror with completion and checks from the server's own schema. */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, defaultHighlightStyle, foldGutter, indentOnInput, syntaxHighlighting, HighlightStyle } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { graphql, updateSchema } from "cm6-graphql";
import { buildSchema } from "graphql";
import { tags } from "@lezer/highlight";

const style = EditorView.theme({
  "&": { height: "100%", fontSize: "14px", backgroundColor: "var(--card)", color: "var(--ink)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sunk)", color: "var(--soft)", border: "0" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--line)", maxWidth: "480px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--accent-soft) !important" },
});
const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: "var(--lane-3)" },
  { tag: [tags.propertyName, tags.attributeName], color: "var(--accent)" },
  { tag: [tags.string, tags.number, tags.bool, tags.atom], color: "var(--lane-2)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--lane-1)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);

export interface QueryEditor {
  text(): string;
  replace(text: string): void;
  focus(): void;
  destroy(): void;
}

/** Opens an editor in a shadow tree, whose styles a strict content security policy allows. */
export function openEditor(root: ShadowRoot, text: string, label: string, on: { run: () => void; change: (text: string) => void }): QueryEditor {
  const view = new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (on.run(), true) }])),
        lineNumbers(),
        foldGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        highlightActiveLine(),
        lintGutter(),
        syntaxHighlighting(colors),
        syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
        graphql(),
        // Escape, then Tab, leaves the editor by keyboard.
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        EditorView.updateListener.of((update) => update.docChanged && on.change(update.state.doc.toString())),
        style,
      ],
    }),
  });
  void complete(view);
  return {
    text: () => view.state.doc.toString(),
    replace: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** Completes from the schema as soon as the server has told it. */
async function complete(view: EditorView): Promise<void> {
  try {
    const response = await fetch("schema.graphql");
    if (response.ok) updateSchema(view, buildSchema(await response.text()));
  } catch {
    // Without the schema, the editor edits all the same.
  }
}
