/** The page's own drawing, with nothing of the page around it. */
import { lanesOf } from "../../web/src/draw/lanes";
import { paint } from "../../web/src/draw/paint";
import { palette } from "../../web/src/draw/palette";
import { CanvasPen } from "../../web/src/draw/pen";
import { extentOf, layOut } from "../../web/src/draw/scene";
import type { LineFragment } from "../../web/src/api/generated";

export interface Plain {
  id: string;
  start: string;
  end: string;
  lane: number;
  text: string;
}

/** Events as the API answers them. */
export function answer(events: Plain[]): LineFragment[] {
  const party = (lane: number) => ({ __typename: "Person" as const, id: `p${lane}`, name: `Party ${lane}`, country: null });
  return events.map((e) => ({
    id: e.id, type: "CONTACT", means: "CALL", status: "ASSERTED", summary: e.text, several: false, articleCount: 1, publisherCount: 1,
    time: { edtf: "", earliest: e.start, latest: e.end, precision: "INTERVAL", approximate: false, text: null, boundOnly: false },
    participants: [{ role: "INITIATOR", entity: party(0), onBehalfOf: null }, { role: "RECIPIENT", entity: party(e.lane), onBehalfOf: null }],
    conflicts: [], firstReports: { nodes: [] },
  }));
}

/** Draws events, and returns a function that draws them moved and zoomed. */
export function draw(lines: LineFragment[], canvas: HTMLCanvasElement): (step: number) => void {
  const lanes = lanesOf(lines, "pair");
  const whole = extentOf(lanes) ?? { from: 0, to: 1 };
  const context = canvas.getContext("2d");
  const colors = palette();
  const show = (from: number, to: number) => {
    const frame = { from, to, width: canvas.width, height: canvas.height, scroll: 0, gutter: 200, laneHeight: 46, published: false, gaps: false };
    context?.clearRect(0, 0, canvas.width, canvas.height);
    if (context) paint(layOut(lanes, frame), new CanvasPen(context), colors);
  };
  show(whole.from, whole.to);
  return (step) => {
    const span = (whole.to - whole.from) * (0.03 + 0.97 * Math.abs(Math.cos(step / 40)));
    const from = whole.from + (whole.to - whole.from - span) * (0.5 + 0.5 * Math.sin(step / 25));
    show(from, from + span);
  };
}
