import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The server embeds dist/. Every file under assets/ has its hash in its name, so that
// browsers may keep it for good.
export default defineConfig({
  plugins: [svelte()],
  logLevel: "warn",
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rollupOptions: { input: { index: "index.html", embed: "embed.html" } },
  },
});
