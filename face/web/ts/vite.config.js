import { defineConfig } from "vite";

// One classic script, so that a static site also works from disk.
export default defineConfig({
  build: {
    outDir: "../static",
    emptyOutDir: false,
    target: "es2022",
    lib: { entry: "src/main.ts", formats: ["iife"], name: "griot", fileName: () => "app.js" },
  },
});
