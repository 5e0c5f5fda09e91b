import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

// The oldest engines that the window meets: WebKitGTK 2.44, Safari 17.5 and an evergreen WebView2.
const engines = ["safari17.5", "chrome123"];

/** The font is asked for with the code, not when the first words are laid out: they would wait for it. */
const fontAhead: Plugin = {
  name: "font-ahead",
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => file.includes("inter-latin-wght"))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `/${file}` },
          injectTo: "head" as const,
        })),
  },
};

/** How many bytes, compressed, the code that the window begins with may have. */
const startMost = 250_000;

/** The page begins with boot.ts, which begins with the rest when the kept page is on the screen. */
const bootFirst: Plugin = {
  name: "boot-first",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle = {} }) => {
      const boot = Object.keys(bundle).find((file) => file.startsWith("assets/boot-"));
      const main = /<script type="module" crossorigin src="([^"]+)"><\/script>/.exec(html);
      if (!boot || !main) throw new Error("The page has no code, or none to begin with.");
      return html
        .replace(main[0], `<link rel="modulepreload" crossorigin href="${main[1]}" />`)
        .replace("</body>", `  <script src="/${boot}" data-begin="${main[1]}"></script>\n  </body>`);
    },
  },
};

const startIsSmall: Plugin = {
  name: "start-is-small",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk" || !file.isEntry) continue;
      const size = gzipSync(file.code).length;
      if (size > startMost) {
        this.error(
          `The window begins with ${size} bytes of code, compressed; load what comes later when it comes.`,
        );
      }
    }
  },
};

export default defineConfig({
  plugins: [react(), fontAhead, bootFirst, startIsSmall],
  build: {
    target: engines,
    cssTarget: engines,
    // Inlined assets would be data: URLs, which the content security policy refuses for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // What the window begins with is one file: each file is a way to Go and back.
    rolldownOptions: {
      input: { index: "index.html", boot: "src/boot.ts" },
      output: {
        codeSplitting: {
          groups: [{ name: "start", tags: ["$initial"], test: (file) => !file.endsWith("/boot.ts") }],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test-setup.ts"],
    css: false,
  },
});
