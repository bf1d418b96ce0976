/** Glyphs on a grid of 16, drawn with lines, so that they read at 14 px and in print. */
export const glyphs = {
  CALL: "M4 2.5 6 2l1.3 3.2L5.8 6.6a8 8 0 0 0 3.6 3.6l1.4-1.5L14 10l-.5 2c-.3 1-1.2 1.6-2.2 1.5A9.5 9.5 0 0 1 2.5 4.7C2.4 3.7 3 2.8 4 2.5Z",
  MEETING: "M5 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM11 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM1.5 13c0-2.5 1.5-4 3.5-4s3.5 1.5 3.5 4M7.8 10.2C8.5 9.4 9.6 9 11 9c2 0 3.5 1.5 3.5 4",
  VISIT: "M3 14V2h7v12M10 4h3v10M1.5 14h13M7.5 8v.5",
  MESSAGE: "M2 3.5h12v9H2zM2 4l6 5 6-5",
  TALKS: "M2 2.5h8v5H6L3.5 10V7.5H2zM12 6h2v5h-1.5v2.2L10 11H6.5V9.5",
  UNSPECIFIED: "M5.5 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM15.5 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM5.5 8h5",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  share: "M12 5.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM4 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM12 14.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5.8 7l4.4-2.5M5.8 9l4.4 2.5",
  take: "M8 2v8M4.5 6.8 8 10.3l3.5-3.5M2.5 13.5h11",
  filter: "M2 3h12L9.5 8.5V13l-3-1.5v-3z",
  theme: "M8 1.8v12.4A6.2 6.2 0 0 0 8 1.8ZM8 1.8a6.2 6.2 0 1 0 0 12.4",
  keys: "M1.5 4h13v8h-13zM4 6.5h.5M7 6.5h.5M10 6.5h.5M4.5 9.5h7",
  warn: "M8 2 14.8 13.8H1.2zM8 6.5v3.3M8 11.7v.3",
  next: "M6 3l5 5-5 5",
  previous: "M10 3 5 8l5 5",
  pin: "M9.5 2 14 6.5l-1.5.5-2.5 2.5.5 2.5L9 13.5 2.5 7 4 5.5 6.5 6 9 3.5zM5.5 10.5 2 14",
  plus: "M8 2.5v11M2.5 8h11",
  undo: "M3 6h7a3.5 3.5 0 0 1 0 7H6M6 3 3 6l3 3",
};
export type Glyph = keyof typeof glyphs;
