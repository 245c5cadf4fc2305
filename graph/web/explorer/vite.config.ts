import { defineConfig } from "vite";

// The bundle is committed, so it must come out the same everywhere: names follow from content, nothing from the clock,
// and no address of this machine is in it. Relative addresses let a proxy serve the page under any path.
export default defineConfig({
  base: "./",
  build: {
    outDir: "../static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000", "/sparql": "http://127.0.0.1:8000" } },
});
