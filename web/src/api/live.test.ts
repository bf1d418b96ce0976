import { describe, expect, it } from "vitest";
import { events } from "./live";

describe("server-sent events", () => {
  it("are read whole, however they are cut", async () => {
    const text = ':\n\nevent: next\r\ndata: {"data":{"contacts":{"kind":"ADDED","cursor":"é"}}}\r\n\r\n: beat\n\nevent: complete\ndata:\n\n';
    const bytes = new TextEncoder().encode(text.replaceAll("\r\n", "\n"));
    const body = new ReadableStream<Uint8Array>({
      start(c) {
        for (const byte of bytes) c.enqueue(new Uint8Array([byte]));
        c.close();
      },
    });
    const got = [];
    for await (const change of events(body)) got.push(change.data?.contacts);
    expect(got).toEqual([{ kind: "ADDED", cursor: "é" }]);
  });
});
