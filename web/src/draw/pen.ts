/** What paint.ts draws with: a canvas for the screen and PNG, or SVG for print. */
export interface Style {
  fill?: string | undefined;
  stroke?: string | undefined;
  width?: number;
  dash?: number[];
  alpha?: number;
}
export interface BoxStyle extends Style {
  radius?: number;
  /** Both ends fade out, in the direction in which time runs. */
  fade?: "across" | "down";
}
export interface PathStyle extends Style {
  x?: number;
  y?: number;
  scale?: number;
}
export interface TextStyle {
  color: string;
  size: number;
  bold?: boolean;
  center?: boolean;
  /** Longer words are cut, with an ellipsis. */
  width?: number;
}
export interface Pen {
  rect(x: number, y: number, w: number, h: number, style: BoxStyle): void;
  circle(x: number, y: number, r: number, style: Style): void;
  path(d: string, style: PathStyle): void;
  text(words: string, x: number, y: number, style: TextStyle): void;
}

const family = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif';
const glyphPaths = new Map<string, Path2D>();

export class CanvasPen implements Pen {
  constructor(private readonly c: CanvasRenderingContext2D) {}

  rect(x: number, y: number, w: number, h: number, style: BoxStyle): void {
    const { c } = this;
    c.beginPath();
    if (style.radius) c.roundRect(x, y, w, h, Math.min(style.radius, w / 2, h / 2));
    else c.rect(x, y, w, h);
    if (!style.fade || !style.fill) return this.finish(style);
    const shade = style.fade === "down" ? c.createLinearGradient(0, y, 0, y + h) : c.createLinearGradient(x, 0, x + w, 0);
    const clear = `color-mix(in srgb, ${style.fill} 8%, transparent)`;
    for (const [at, color] of [[0, clear], [0.35, style.fill], [0.65, style.fill], [1, clear]] as const) shade.addColorStop(at, color);
    c.fillStyle = shade;
    c.fill();
  }
  circle(x: number, y: number, r: number, style: Style): void {
    this.c.beginPath();
    this.c.arc(x, y, r, 0, 7);
    this.finish(style);
  }
  path(d: string, style: PathStyle): void {
    const { c } = this;
    let path = glyphPaths.get(d);
    if (!path) {
      path = new Path2D(d);
      // Only glyphs come again; lines between marks would fill the memory.
      if (style.scale) glyphPaths.set(d, path);
    }
    if (style.x === undefined) return this.finish(style, path);
    c.save();
    c.translate(style.x, style.y ?? 0);
    c.scale(style.scale ?? 1, style.scale ?? 1);
    this.finish(style, path);
    c.restore();
  }
  text(words: string, x: number, y: number, style: TextStyle): void {
    const { c } = this;
    c.font = `${style.bold ? "600 " : ""}${style.size}px ${family}`;
    c.fillStyle = style.color;
    c.textAlign = style.center ? "center" : "left";
    c.textBaseline = "middle";
    c.fillText(this.cut(words.slice(0, 200), style.width), x, y);
  }
  private cut(words: string, width?: number): string {
    const { c } = this;
    if (!width || c.measureText(words).width <= width) return words;
    let [least, most] = [0, words.length];
    while (least < most) {
      const middle = (least + most + 1) >> 1;
      if (c.measureText(`${words.slice(0, middle)}…`).width <= width) least = middle;
      else most = middle - 1;
    }
    return `${words.slice(0, least).trimEnd()}…`;
  }
  private finish(style: Style, path?: Path2D): void {
    const { c } = this;
    c.globalAlpha = style.alpha ?? 1;
    if (style.fill) {
      c.fillStyle = style.fill;
      if (path) c.fill(path);
      else c.fill();
    }
    if (style.stroke) {
      c.strokeStyle = style.stroke;
      c.lineWidth = style.width ?? 1.4;
      c.setLineDash(style.dash ?? []);
      if (path) c.stroke(path);
      else c.stroke();
    }
    c.globalAlpha = 1;
  }
}

export class SvgPen implements Pen {
  private readonly parts: string[] = [];
  private fades = 0;

  rect(x: number, y: number, w: number, h: number, style: BoxStyle): void {
    let painted: Style = style;
    if (style.fade && style.fill) {
      const id = `fade${++this.fades}`;
      const stop = (at: number, opacity: number) => `<stop offset="${at}" stop-color="${escape(style.fill ?? "")}" stop-opacity="${opacity}"/>`;
      this.parts.push(`<linearGradient id="${id}"${style.fade === "down" ? ' x2="0" y2="1"' : ""}>${stop(0, 0.08)}${stop(0.35, 1)}${stop(0.65, 1)}${stop(1, 0.08)}</linearGradient>`);
      painted = { ...style, fill: `url(#${id})` };
    }
    const radius = Math.max(0, Math.min(style.radius ?? 0, w / 2, h / 2));
    this.parts.push(`<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}" rx="${n(radius)}" ${attributes(painted)}/>`);
  }
  circle(x: number, y: number, r: number, style: Style): void {
    this.parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${attributes(style)}/>`);
  }
  path(d: string, style: PathStyle): void {
    const place = style.x === undefined ? "" : ` transform="translate(${n(style.x)} ${n(style.y ?? 0)}) scale(${style.scale ?? 1})"`;
    this.parts.push(`<path d="${d}"${place} ${attributes(style)}/>`);
  }
  text(words: string, x: number, y: number, style: TextStyle): void {
    const fits = style.width ? Math.floor(style.width / (style.size * 0.55)) : 200;
    const shown = words.length > fits ? `${words.slice(0, Math.max(1, fits - 1))}…` : words;
    const more = `${style.bold ? ' font-weight="600"' : ""}${style.center ? ' text-anchor="middle"' : ""}`;
    this.parts.push(`<text x="${n(x)}" y="${n(y)}" fill="${style.color}" font-size="${style.size}"${more} dominant-baseline="central">${escape(shown)}</text>`);
  }
  /** The whole picture, with a title and a description for those who do not see it. */
  picture(width: number, height: number, background: string, title: string, description: string): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" font-family="${escape(family)}">`,
      `<title>${escape(title)}</title><desc>${escape(description)}</desc>`,
      `<rect width="100%" height="100%" fill="${background}"/>`,
      ...this.parts,
      "</svg>\n",
    ].join("\n");
  }
}

function attributes(s: Style): string {
  const out = [`fill="${s.fill ?? "none"}"`];
  if (s.stroke) out.push(`stroke="${s.stroke}" stroke-width="${s.width ?? 1.4}" stroke-linecap="round" stroke-linejoin="round"`);
  if (s.dash?.length) out.push(`stroke-dasharray="${s.dash.join(" ")}"`);
  if (s.alpha !== undefined) out.push(`opacity="${s.alpha}"`);
  return out.join(" ");
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text in XML: markup is escaped, and what XML cannot hold is left out. */
export function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}
