/** The colours of the theme, as a canvas needs them: resolved. */
import { colors } from "./scene";
import type { Palette } from "./paint";

/** Reads the theme's tokens; light asks for those of print and of pictures for print. */
export function palette(light = false): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  // Under forced colours the tokens are the system's; without this, all would be read as that of text.
  probe.style.forcedColorAdjust = "none";
  if (light) probe.style.colorScheme = "light";
  document.body.append(probe);
  const token = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const found: Palette = {
    paper: token("paper"),
    ink: token("ink"),
    soft: token("soft"),
    line: token("line"),
    strong: token("strong"),
    accent: token("accent"),
    warn: token("warn"),
    lanes: Array.from({ length: colors }, (_, i) => token(`lane-${i}`)),
  };
  probe.remove();
  return found;
}

/** Calls when the theme changes, by a button or with the system; the result ends that. */
export function whenThemeChanges(read: () => void): () => void {
  const looks = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"].map((query) => matchMedia(query));
  for (const look of looks) look.addEventListener("change", read);
  const watch = new MutationObserver(read);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    for (const look of looks) look.removeEventListener("change", read);
    watch.disconnect();
  };
}
