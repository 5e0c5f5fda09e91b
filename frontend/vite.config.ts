import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The oldest engines that the window meets: WebKitGTK 2.44, Safari 17.5 and an evergreen WebView2.
const engines = ["safari17.5", "chrome123"];

export default defineConfig({
  plugins: [react()],
  build: {
    target: engines,
    cssTarget: engines,
    // Inlined assets would be data: URLs, which the content security policy refuses for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test-setup.ts"],
    css: false,
  },
});
